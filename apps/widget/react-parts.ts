import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { namesRead } from './names-read.ts'

/** React's entries, which do nothing but pick a build by `NODE_ENV`, and the builds. */
const ENTRY = /\/node_modules\/(react|react-dom|scheduler)\/(index|client|jsx-runtime)\.js$/
const BUILD = /\/node_modules\/(?:react|react-dom)\/cjs\/[\w-]+\.production\.js$/

/** What React DOM requires and of which it needs a part. Of the scheduler it uses nearly all. */
const PARTED = ['react', 'react-dom']

/** A module's name is this, the build that it is a part of, this again, and the names. */
const PART = '\0part:'

const toBuild = (entry: string): string =>
  entry.replace(ENTRY, (_, packageName: string, name: string) => {
    const build = name === 'index' ? packageName : `${packageName}-${name}`
    return `/node_modules/${packageName}/cjs/${build}.production.js`
  })

/**
 * React is published as CommonJS. The bundler drops what nobody reads of such a file, but keeps all of it once another
 * CommonJS file requires it, as React's entries and React DOM do. So an entry is resolved to the build that it picks,
 * and a build that requires another gets a module that hands on the names that it reads and no more: some 2.5 of the
 * 95 kB. React's own files stay as they are.
 */
export const reactParts = (): Plugin => ({
  name: 'react-parts',
  enforce: 'pre',
  apply: 'build',
  resolveId: {
    filter: { id: /^(?:react|react-dom|scheduler)(?:\/|$)/ },
    async handler(source, importer, options) {
      const entry = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (!entry || !ENTRY.test(entry.id)) return entry
      const build = toBuild(entry.id)
      if (!importer || !BUILD.test(importer) || !PARTED.includes(source)) return build
      return ['', build, namesRead(readFileSync(importer, 'utf8'), source)].join(PART)
    },
  },
  load: {
    filter: { id: /^\0part:/ },
    handler(id) {
      const [, build, names] = id.split(PART)
      return `export { ${names} } from ${JSON.stringify(build)}`
    },
  },
})
