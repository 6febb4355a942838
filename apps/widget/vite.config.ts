import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './compile-messages.ts'
import { failOnWarnings } from './fail-on-warnings.ts'
import { pageShell } from './page-shell.ts'
import { reactParts } from './react-parts.ts'
import { smallImportHelper } from './small-import-helper.ts'

const BASE = '/widget/'

const AT_ONCE =
  /src\/(own-link|mount-app|flow\/create-capture|is-web-url|api\/capture-api-error)\.tsx?$|rolldown.runtime/

/** Of a language's words: `src/i18n/de/first.ts`. */
const WORDS = /\/i18n\/([^/]+)\/\w+\.ts$/

/**
 * The BFF serves `dist/hosted.html` at `/verify/{attempt_id}`, `dist/frame.html` at `/frame/{attempt_id}` and the rest
 * under `/widget/`.
 */
export default defineConfig({
  base: BASE,
  // Without React's hook for its developer tools, which no applicant's browser has: 0.3 kB less.
  define: { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined' },
  plugins: [react(), compileMessages(), pageShell(BASE), reactParts(), smallImportHelper(), failOnWarnings()],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'default'] },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    // For `pnpm size`: which chunk is what.
    manifest: true,
    // Nothing inlined as data: URLs, nothing that a strict policy would have to allow.
    assetsInlineLimit: 0,
    // The pages name what they share, so that it does not wait for their own few lines. Nothing else is preloaded.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    rolldownOptions: {
      input: ['hosted.html', 'frame.html'],
      // What every page needs at once is one file: pieces compress worse than the whole.
      output: {
        codeSplitting: { groups: [{ name: 'page', test: AT_ONCE }] },
        // By language: twelve files called `first` would tell nobody anything.
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${WORDS.exec(facadeModuleId ?? '')?.[1] ?? '[name]'}-[hash].js`,
      },
    },
  },
})
