import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const PREFIX = 'docs-snippet:'
const ALL = 'all'
const ROOT = new URL('../../', import.meta.url)

/** The block behind `<!-- test: name -->`. @throws Error where there is none */
const findSnippet = (page: string, name: string): string => {
  const [, text] = new RegExp(`<!-- test: ${name} -->\\n\`\`\`\\w+\\n(.*?)\\n\`\`\``, 's').exec(page) ?? []
  if (text === undefined) throw new Error(`there is no snippet "${name}"`)
  return text
}

/**
 * `docs-snippet:docs/quick-start.md#page`, a snippet of the documentation, or `docs-snippet:examples/…#all`, a whole file:
 * as they stand there when the console is built, and tests have run them.
 */
export const docsSnippets = (): Plugin => ({
  name: 'docs-snippets',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined
    const [path = '', name = ALL] = id.slice(PREFIX.length + 1).split('#')
    const file = fileURLToPath(new URL(path, ROOT))
    this.addWatchFile(file)
    const page = await readFile(file, 'utf8')
    return `export default ${JSON.stringify(name === ALL ? page.trimEnd() : findSnippet(page, name))}`
  },
})
