import { defineConfig } from 'vite'
import { failOnWarnings } from './fail-on-warnings.ts'

/** `dist/visavis.js`, which partners' pages load: one classic script, served at `/visavis.js`. */
export default defineConfig({
  plugins: [failOnWarnings()],
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
