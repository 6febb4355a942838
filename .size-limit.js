/** What `pnpm size` holds: bytes a browser loads, by the files of the last `pnpm build`. */
import { readFileSync } from 'node:fs'

const WIDGET = 'apps/widget/dist'
const ENGINE = 'packages/face-models/dist/models'
const FIRST_WORDS = /^src\/i18n\/([^/]+)\/first\.ts$/

/** Of Vite: what each source became, what it imports at once, what only when asked. */
const manifest = JSON.parse(readFileSync(new URL(`${WIDGET}/.vite/manifest.json`, import.meta.url), 'utf8'))

/** A module's file with everything that it cannot do without, styles included. */
const filesOf = (name) => {
  const { file, css = [], imports = [] } = manifest[name]
  return [file, ...css, ...imports.flatMap(filesOf)]
}

const unique = (files) => [...new Set(files)].map((file) => `${WIDGET}/${file}`)

const languages = Object.keys(manifest).filter((name) => FIRST_WORDS.test(name))

/** In a frame it is the same page with its line to the page around. */
const pages = { 'hosted page': 'hosted.html', 'page in a frame': 'frame.html' }

const firstLoads = Object.entries(pages).flatMap(([page, html]) =>
  languages.map((words) => ({
    name: `${page} until the camera shows, ${FIRST_WORDS.exec(words)?.[1]}`,
    path: unique([...filesOf(html), ...filesOf(words)]),
    limit: '95 kB',
    gzip: true,
  })),
)

/** Who signs in has loaded this. */
const CONSOLE = 'apps/console/dist'

export default [
  ...firstLoads,
  {
    name: 'console until somebody can sign in',
    path: `${CONSOLE}/assets/{index,rolldown,Heading,SignInPage,Trouble}-*.{js,css}`,
    limit: '125 kB',
    gzip: true,
  },
  { name: "the script on partners' pages", path: `${WIDGET}/visavis.js`, limit: '3 kB', gzip: true },
  {
    name: 'engine, in Brotli as it is served',
    path: [`${ENGINE}/*.br`, `${WIDGET}/assets/{detector-worker,start-landmarker}-*.js.br`],
    limit: '3.8 MB',
    brotli: false,
  },
]
