import { defineConfig } from 'vite'

/** `dist/visavis.js`, which partners' pages load: one classic script, served at `/visavis.js`. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'default'] },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      input: 'src/loader/index.ts',
      output: { format: 'iife', entryFileNames: 'visavis.js' },
    },
  },
})
