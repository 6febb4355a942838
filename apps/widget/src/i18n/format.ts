/** Fills `{name}` in a text of the catalogue; an unknown name stays as it is. */
export const format = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
