import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

type OutputBundle = Rolldown.OutputBundle

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

/** Where the build put the code of the engine's worker. @throws Error when it did not */
const findWorker = (bundle: OutputBundle): string => {
  const file = Object.keys(bundle).find((name) => /detector-worker-[\w-]+\.js$/.test(name))
  if (!file) throw new Error('no code for the detector’s worker')
  return file
}

const STYLESHEET = /\s*<link rel="stylesheet"[^>]*>/g

/** The file of the chunk that begins with this module. @throws Error when there is none */
const findFile = (bundle: OutputBundle, module: string): string => {
  const chunk = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module),
  )
  if (!chunk) throw new Error(`no chunk begins with ${module}`)
  return chunk.fileName
}

/**
 * What the first screen waits for is asked for beside the page's code, not after it: the device's key, without which the
 * server tells nothing, and the words of whichever language the shell has chosen.
 */
const preload = (html: string, bundle: OutputBundle, base: string): string => {
  const key = base + findFile(bundle, 'src/api/device-key.ts')
  return html
    .replace('</head>', `  <link rel="modulepreload" crossorigin href="${key}">\n  </head>`)
    .replace(/"lang":"([\w-]+)"/g, (told, lang) => {
      return `${told},"file":"${base + findFile(bundle, `src/i18n/${lang}/first.ts`)}"`
    })
}

/**
 * Puts into both pages what they need at the first paint and when nothing else comes: the tokens, the looks of the page
 * around the screens, and a few lines of script. The server lets them through by their hash.
 */
export const pageShell = (base: string): Plugin[] => [
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
      handler: (html, { bundle = {}, path }) => {
        const links = html.match(STYLESHEET) ?? []
        const addLast = (...parts: string[]) =>
          html.replace(STYLESHEET, '').replace(/\s*<\/body>/, (end) => `${parts.join('')}${end}`)
        // The preview asks no server.
        if (path === '/preview.html') return addLast(...links)
        const worker = JSON.stringify(base + findWorker(bundle))
        const engine = `\n    <script>${readScript('./src/shell/start-engine.js')}(${worker})</script>`
        return preload(addLast(engine, ...links), bundle, base)
      },
    },
  },
]
