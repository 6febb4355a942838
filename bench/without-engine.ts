/**
 * For `node --import`: the server as it is, but for an engine that holds nothing. What the server takes without its
 * engine can only be measured where there is none.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const ENGINE = '@visavis/face-engine'
const ADDRESS = 'visavis:no-engine'
const OWN = 'createFaceEngine'

/** Every other name that the engine's package exports is there too, and does nothing: the server imports some. */
const exportNothing = (): string => {
  const index = readFileSync(new URL('../packages/face-engine/dist/index.js', import.meta.url), 'utf8')
  const names = [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list = '']) => list.split(','))
  return names
    .map((name) => name.trim().split(' as ').at(-1) ?? '')
    .filter((name) => name !== '' && name !== OWN)
    .map((name) => `export const ${name} = class {}\n`)
    .join('')
}

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === ENGINE ? { url: ADDRESS, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    if (url !== ADDRESS) return next(url, context)
    const source = `export { ${OWN} } from ${JSON.stringify(new URL('no-engine.ts', import.meta.url).href)}\n`
    return { format: 'module', source: source + exportNothing(), shortCircuit: true }
  },
})
