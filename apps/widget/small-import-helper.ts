import type { Plugin } from 'vite'

const HELPER = `
const styles = new Map()
const loadStyle = (href) => {
  if (!styles.has(href)) styles.set(href, new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = '/widget/' + href
    link.onload = resolve
    link.onerror = (error) => {
      styles.delete(href)
      link.remove()
      reject(error)
    }
    document.head.append(link)
  }))
  return styles.get(href)
}
export const __vitePreload = async (load, files = []) => {
  await Promise.all(files.map(loadStyle))
  return load()
}
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
