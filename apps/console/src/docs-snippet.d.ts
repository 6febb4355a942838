/** A snippet of the documentation or a file of `examples/`: see `docs-snippets.ts` beside `src`. */
declare module 'docs-snippet:*' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: a module of Vite's that holds one text
  export default text
}
