import type { Plugin } from 'vite'

const HELPER = `
const loadStyle = (href) => new Promise((resolve, reject) => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/widget/' + href
  link.onload = resolve
  link.onerror = reject
  document.head.append(link)
})
const styles = {}
export const __vitePreload = (load, files = []) =>
  Promise.all(files.map((file) => (styles[file] ??= loadStyle(file)))).then(load)
`

/**
 * What Vite wraps around every `import()`, in small: it brings the chunk's styles and nothing else. Vite's own also
 * preloads scripts, which this page does not ask for, and is a fair share of the 95 kB.
 */
export const smallImportHelper = (): Plugin => ({
  name: 'small-import-helper',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id.includes('vite/preload-helper') ? HELPER : null),
})
