import { defineConfig } from 'vite'
import widget from './vite.config.ts'

/**
 * The capture page as the console previews it, with code of its own: what applicants load would grow by what the two
 * share.
 */
export default defineConfig({
  ...widget,
  build: {
    ...widget.build,
    emptyOutDir: false,
    // That of the widget is beside it.
    manifest: false,
    rolldownOptions: { input: ['preview.html'] },
  },
})
