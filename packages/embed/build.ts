/**
 * After `tsc -b`, in the folder of a package that is published: takes what it uses of `@visavis/shared`, and those of
 * `@visavis/face-quality` and `@visavis/face-models`, which are published nowhere, into the package, so that whoever installs it needs nothing else of ours, and has the types name
 * the files there are. Doing it twice changes nothing.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const DIST = new URL('dist/', pathToFileURL(`${process.cwd()}/`))
const BUILT = /\.(?:js|d\.ts)$/
/** Packages of ours, by their folders. */
const OURS = /'@visavis\/(shared|face-quality|face-models)\/([\w-]+)'/g

const taken = new Set<string>()

/** Specifiers as they have to be in a file of the package; what they name of ours is taken along. */
const rewrite = async (text: string, toDist: string): Promise<string> => {
  for (const [, from = '', name = ''] of text.matchAll(OURS)) await take(from, name)
  return text
    .replace(OURS, `'${toDist}$1/$2.js'`)
    .replace(/(['"]\.{1,2}\/[^'"]+)\.tsx?(['"])/g, '$1.js$2')
    .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
}

const take = async (from: string, name: string): Promise<void> => {
  const path = `${from}/${name}`
  if (taken.has(path)) return
  taken.add(path)
  await mkdir(new URL(`${from}/`, DIST), { recursive: true })
  for (const extension of ['js', 'd.ts']) {
    const text = await readFile(new URL(`../${from}/dist/${name}.${extension}`, import.meta.url), 'utf8')
    for (const [, beside = ''] of text.matchAll(/['"]\.\/([\w-]+)\.[jt]s['"]/g)) await take(from, beside)
    await writeFile(new URL(`${path}.${extension}`, DIST), await rewrite(text, '../'))
  }
}

for (const name of await readdir(DIST, { recursive: true })) {
  if (!BUILT.test(name) || /^(?:shared|face-quality|face-models)\//.test(name)) continue
  const file = new URL(name, DIST)
  const text = await readFile(file, 'utf8')
  // A second run finds its own work: those files are still needed.
  for (const [, own = ''] of text.matchAll(/'\.{1,2}\/shared\/([\w-]+)\.js'/g)) await take('shared', own)
  const toDist = '../'.repeat(name.split('/').length - 1) || './'
  const own = await rewrite(text, toDist)
  if (own !== text) await writeFile(file, own)
}
