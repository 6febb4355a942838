/**
 * After `tsc -b`, in the folder of a package that is published: takes what it uses of `@visavis/shared`, which is
 * published nowhere, into the package, so that whoever installs it needs nothing else of ours, and has the types name
 * the files there are. Doing it twice changes nothing.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const DIST = new URL('dist/', pathToFileURL(`${process.cwd()}/`))
const OWN = new URL('shared/', DIST)
const SHARED = new URL('../shared/dist/', import.meta.url)
const BUILT = /\.(?:js|d\.ts)$/

const taken = new Set<string>()

/** Specifiers as they have to be in a file of the package; what they name of ours is taken along. */
const rewrite = async (text: string, toShared: string): Promise<string> => {
  const names = [...text.matchAll(/'@visavis\/shared\/([\w-]+)'/g)].map(([, name = '']) => name)
  for (const name of names) await take(name)
  return text
    .replace(/'@visavis\/shared\/([\w-]+)'/g, `'${toShared}$1.js'`)
    .replace(/(['"]\.{1,2}\/[^'"]+)\.tsx?(['"])/g, '$1.js$2')
    .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
}

const take = async (name: string): Promise<void> => {
  if (taken.has(name)) return
  taken.add(name)
  await mkdir(OWN, { recursive: true })
  for (const extension of ['js', 'd.ts']) {
    const text = await readFile(new URL(`${name}.${extension}`, SHARED), 'utf8')
    for (const [, beside = ''] of text.matchAll(/['"]\.\/([\w-]+)\.[jt]s['"]/g)) await take(beside)
    await writeFile(new URL(`${name}.${extension}`, OWN), await rewrite(text, './'))
  }
}

for (const name of await readdir(DIST)) {
  if (!BUILT.test(name)) continue
  const file = new URL(name, DIST)
  const text = await readFile(file, 'utf8')
  // A second run finds its own work: those files are still needed.
  for (const [, own = ''] of text.matchAll(/'\.\/shared\/([\w-]+)\.js'/g)) await take(own)
  const own = await rewrite(text, './shared/')
  if (own !== text) await writeFile(file, own)
}
