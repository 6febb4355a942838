import type { Plugin } from 'vite'

const HELPER = `
const loadStyle = (href) => new Promise((resolve, reject) => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/widget/' + href
  link.onload = resolve
  link.onerror = () => {
    delete styles[href]
    link.remove()
    reject(TypeError(href))
  }
  document.head.append(link)
})
const styles = {}
let tries = 0
export const __vitePreload = async (load, files = [], pause = 300) => {
  try {
    await Promise.all(files.map((file) => (styles[file] ??= loadStyle(file))))
    return await load(pause > 300 ? '?' + ++tries : '')
  } catch (error) {
    if (pause > 3000) throw error
    await new Promise((resolve) => setTimeout(resolve, pause))
    return __vitePreload(load, files, pause * 3)
  }
}
`

/** What Vite hands to the helper, as the bundler leaves it: a function around the `import()` of one chunk, and its styles. */
const WRAPPED = /\(\)=>((?:\{let\{[^{}]*\}=await )?import\()(`[^`]+`)\)(?:,\[\])?/g
/** Of a chunk's exports the one that is used, which whoever asked picks out again. */
const PICKED = /async ?\(\)=>\{let\{[^{}]*\}=await (import\(`[^`]+`\));return\{[^{}]*\}\}/g
/** A list of styles that is the pages' own alone: both pages' HTML brings it, before any script runs. */
const PAGE_STYLES = /^const __vite__mapDeps=[^\n]*\(m\.f=\["assets\/page-[\w-]+\.css"\]\)[^\n]*;\n/
const IMPORT = /\bimport\(`/g

/**
 * What Vite wraps around every `import()`, in small: it brings the chunk's styles, and tries again three times, at
 * growing intervals. Vite's own also preloads scripts, which this page does not ask for, and is a fair share of the
 * 95 kB. A browser remembers that a script did not come, by its address (HTML §8.1.4.2, module map): each further try
 * is given another one.
 */
export const smallImportHelper = (): Plugin => ({
  name: 'small-import-helper',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id.includes('vite/preload-helper') ? HELPER : null),
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        if (PAGE_STYLES.test(chunk.code)) {
          chunk.code = chunk.code.replace(PAGE_STYLES, '').replaceAll(',__vite__mapDeps([0])', '')
        }
        const all = chunk.code.match(IMPORT)?.length ?? 0
        let wrapped = 0
        chunk.code = chunk.code.replace(PICKED, '()=>$1').replace(WRAPPED, (_whole, before, address) => {
          wrapped += 1
          return `$q=>${before}${address}+$q)`
        })
        if (wrapped !== all)
          this.error(`${chunk.fileName}: ${all - wrapped} import() that is never tried again`)
      }
    },
  },
})
