import { defineConfig } from 'vite'
import { failOnWarnings } from './fail-on-warnings.ts'

/** `dist/script-frame.js`: the BFF puts it into `/vendor-script/{attempt_id}`, the document a vendor's script runs in. */
export default defineConfig({
  plugins: [failOnWarnings()],
  resolve: { conditions: ['source', 'module', 'browser', 'production', 'default'] },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      input: 'src/vendor-sdks/entry-script-frame.ts',
      output: { format: 'iife', entryFileNames: 'script-frame.js' },
    },
  },
})
