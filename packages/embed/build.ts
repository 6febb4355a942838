/**
 * After `tsc -b`: takes the protocol out of `@visavis/shared`, which is published nowhere, into this package, so that
 * whoever installs it needs nothing else, and has types name the files there are. Doing it twice changes nothing.
 */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'

const DIST = new URL('dist/', import.meta.url)
const SHARED = '@visavis/shared/embed-protocol'
const NAME = 'embed-protocol'

for (const extension of ['js', 'd.ts']) {
  const source = new URL(import.meta.resolve(SHARED)).href.replace(/(?:\/src\/|\/dist\/)[^/]+$/, '/dist/')
  await cp(new URL(`${NAME}.${extension}`, source), new URL(`${NAME}.${extension}`, DIST))
}
for (const name of await readdir(DIST)) {
  if (!/\.(?:js|d\.ts)$/.test(name)) continue
  const file = new URL(name, DIST)
  const text = await readFile(file, 'utf8')
  const own = text
    .replaceAll(`'${SHARED}'`, `'./${NAME}.js'`)
    .replace(/(from '\.\/[^']+)\.ts'/g, "$1.js'")
    .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
  if (own !== text) await writeFile(file, own)
}
