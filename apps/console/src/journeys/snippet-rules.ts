/** Where a Visavis is in the documentation. */
const EXAMPLE = 'https://id.example'

/** A snippet of the documentation with this server in the place of the example's. */
export const toOwnSnippet = (text: string, origin: string): string => text.replaceAll(EXAMPLE, origin)
