import type { Plugin } from 'vite'

/** `react/index.js` and the like, which pick the build; and the builds they pick. */
const ENTRY = /\/node_modules\/(react|react-dom|scheduler)\/(index|client|jsx-runtime)\.js$/
const BUILD = /\/node_modules\/(?:react|react-dom|scheduler)\/cjs\/[\w-]+\.production\.js$/

const toBuildName = (packageName = '', entry = ''): string =>
  entry === 'index' ? packageName : `${packageName}-${entry}`

/** `var A = require("a"), B = require("b");` */
const REQUIRES = /^var (?:\w+ = require\("[\w-]+"\)[,;]\s*)+/m

/** @throws Error when it is not the CommonJS that React's own build writes today */
const toModule = (code: string): string => {
  const imports = (REQUIRES.exec(code)?.[0] ?? '').matchAll(/(\w+) = require\("([\w-]+)"\)/g)
  const names = [...new Set([...code.matchAll(/\bexports\.(\w+)/g)].map(([, name]) => name))]
  const isConstant = (name = '') =>
    code.split(`exports.${name} =`).length === 2 && code.includes(`\nexports.${name} =`)
  const changed = code
    .replace('"use strict";', '')
    .replace(REQUIRES, '')
    .replace(/^exports\.(\w+) =/gm, (whole, name) => (isConstant(name) ? `const exports_${name} =` : whole))
    .replace(/\bexports\.(\w+)/g, 'exports_$1')
  if (/\brequire\(|\bexports[.[]|\bmodule\.exports/.test(changed))
    throw new Error('React is built in another way now')
  const variables = names.filter((name) => !isConstant(name)).map((name) => `let exports_${name};`)
  return [
    ...Array.from(imports, ([, name, from]) => `import * as ${name} from '${from}'`),
    ...variables,
    changed,
    `export { ${names.map((name) => `exports_${name} as ${name}`).join(', ')} }`,
  ].join('\n')
}

/**
 * React is published as CommonJS, of which a bundler keeps all: the half that nobody calls too. As ECMAScript modules,
 * nothing else changed, only what is used remains: some 3 of the 95 kB.
 */
export const reactAsModules = (): Plugin => ({
  name: 'react-as-modules',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) => {
    const [, packageName, entry] = ENTRY.exec(id) ?? []
    if (packageName)
      return { code: `export * from './cjs/${toBuildName(packageName, entry)}.production.js'`, map: null }
    return BUILD.test(id) ? { code: toModule(code), map: null } : null
  },
})
