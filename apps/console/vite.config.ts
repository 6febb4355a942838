import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { docsSnippets } from './docs-snippets.ts'

/** The BFF serves `dist/index.html` at every address below `/console`, and the rest below `/console/assets`. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), docsSnippets()],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'default'] },
  build: {
    outDir: 'dist',
    // For `pnpm size`: which chunk is what.
    manifest: true,
    // Nothing inlined as data: URLs, nothing that a strict policy would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
