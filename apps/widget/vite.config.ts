import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The BFF serves `dist/hosted.html` at `/verify/{attempt_id}` and the rest under `/widget/`. */
export default defineConfig({
  base: '/widget/',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'default'] },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    // Nothing inlined as data: URLs, nothing that a strict policy would have to allow.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: 'hosted.html' },
  },
})
