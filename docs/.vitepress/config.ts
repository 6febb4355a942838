import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { dropRepositoryLinks } from './drop-repository-links.ts'
import { moveScriptsOut } from './move-scripts-out.ts'

const BASE = '/docs/'
const DOCS = fileURLToPath(new URL('../', import.meta.url))
const BUILT = fileURLToPath(new URL('../dist/', import.meta.url))

/** In the order in which they are read. */
const GROUPS = {
  Begin: ['quick-start', 'user-journeys', 'hand-off', 'browsers'],
  Build: [
    'api',
    'server-sdk',
    'access',
    'test-mode',
    'api-errors',
    'lists',
    'webhooks',
    'embed-protocol',
    'frameworks',
    'apps',
    'faces-and-erasure',
    'one-to-n',
  ],
  Run: ['operations', 'console', 'audit', 'providers', 'adding-a-provider'],
  Trust: ['liveness', 'accuracy', 'security'],
}

const listPages = (folder: string): string[] =>
  readdirSync(join(DOCS, folder))
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => file.replace(/\.md$/, ''))

const grouped = new Set(['index', ...Object.values(GROUPS).flat()])
for (const page of listPages('.')) {
  if (!grouped.has(page))
    throw new Error(`docs/${page}.md is in no group: add it to docs/.vitepress/config.ts`)
}

const readTitle = (page: string): string =>
  /^# (.+)$/m.exec(readFileSync(join(DOCS, `${page}.md`), 'utf8'))?.[1] ?? page
const toItem = (page: string) => ({ text: readTitle(page), link: `/${page}` })

/** The pages of `docs/`, for whoever has the server and not the repository. Served by it below `/docs`. */
export default defineConfig({
  title: 'Visavis',
  description: 'Face authentication that you run yourself',
  lang: 'en',
  base: BASE,
  outDir: BUILT,
  cacheDir: join(DOCS, 'node_modules/.cache/vitepress'),
  cleanUrls: true,
  // It would need a style that the policy of these pages forbids.
  appearance: { disableTransition: false },
  markdown: {
    config: (md) => void md.use(dropRepositoryLinks),
  },
  transformHtml: (html) => moveScriptsOut(html, BUILT, BASE),
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'API reference', link: '/api' },
    ],
    outline: [2, 3],
    sidebar: [
      ...Object.entries(GROUPS).map(([text, pages]) => ({ text, items: pages.map(toItem) })),
      {
        text: 'Decisions',
        collapsed: true,
        items: listPages('adr').map((page) => toItem(`adr/${page}`)),
      },
    ],
  },
})
