/**
 * After `tsc -b`, in the folder of a package that is published: makes `dist` of what was compiled. It takes what it uses of
 * `@visavis/shared`, `@visavis/face-quality` and `@visavis/face-models`, which are published nowhere, along, so that whoever
 * installs it needs nothing else of ours, and has the types name the files there are. A Svelte component goes in as it is:
 * its user's Svelte compiles it. What `tsc` wrote stays as it was, for the packages that refer to it.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'

const PACKAGE = pathToFileURL(`${process.cwd()}/`)
const SRC = new URL('src/', PACKAGE)
/** `outDir` of its `tsconfig.json`. */
const COMPILED = new URL(`../../node_modules/.cache/tsc/${basename(process.cwd())}/src/`, PACKAGE)
const DIST = new URL('dist/', PACKAGE)
const WANTED = /\.(?:js|d\.ts)$/
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

await rm(DIST, { recursive: true, force: true })
for (const name of await readdir(COMPILED, { recursive: true })) {
  if (!WANTED.test(name)) continue
  const toDist = '../'.repeat(name.split('/').length - 1) || './'
  const file = new URL(name, DIST)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, await rewrite(await readFile(new URL(name, COMPILED), 'utf8'), toDist))
}
for (const name of await readdir(SRC)) {
  if (name.endsWith('.svelte')) await copyFile(new URL(name, SRC), new URL(name, DIST))
}
