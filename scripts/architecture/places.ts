import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The map that CONTRIBUTING shows. */
export const PICTURE = fileURLToPath(new URL('../../docs/architecture.svg', import.meta.url))
