import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, Plugin } from 'vite'

const read = (path: string): string => readFileSync(fileURLToPath(import.meta.resolve(path)), 'utf8')

const readStyles = () => ['./src/ui/styles/tokens.css', './src/shell/shell.css'].map(read).join('\n')

/** Without its comments and indents: it travels with every page. */
const readScript = (path: string): string =>
  read(path)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n')

/** The words only when a page is made: whoever just reads the configuration may have built nothing that they need. */
const readShell = async (): Promise<string> => {
  const { SHELL_WORDS } = await import('./src/shell/shell-words.ts')
  // Inside a script element only its end tag means anything to HTML.
  const words = JSON.stringify(SHELL_WORDS).replaceAll('<', '\\u003c')
  return `${readScript('./src/shell/start-shell.js')}(${words})`
}

const STYLESHEET = /\s*<link rel="stylesheet"[^>]*>/g

/**
 * Puts into both pages what they need at the first paint and when nothing else comes: the tokens, the looks of the page
 * around the screens, and a few lines of script. The server lets them through by their hash.
 */
export const pageShell = (): Plugin[] => [
  {
    name: 'page-shell',
    transformIndexHtml: {
      order: 'pre',
      handler: async (): Promise<HtmlTagDescriptor[]> => [
        { tag: 'style', children: readStyles(), injectTo: 'head' },
        { tag: 'script', children: readScript('./src/shell/ask-theme.js'), injectTo: 'head' },
        { tag: 'script', children: await readShell(), injectTo: 'body' },
      ],
    },
  },
  {
    name: 'page-shell-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      // In the head it would keep the shell from being painted. The page's code waits for it here, too.
      handler: (html) => {
        const links = html.match(STYLESHEET) ?? []
        return html.replace(STYLESHEET, '').replace(/\s*<\/body>/, (end) => `${links.join('')}${end}`)
      },
    },
  },
]
