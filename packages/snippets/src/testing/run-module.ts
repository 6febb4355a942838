import { mkdir, writeFile } from 'node:fs/promises'

/** Not under version control. Below this package, so that its dependencies are found. */
export const MODULES = new URL('../../.visavis-snippets/', import.meta.url)

/** Writes a module and runs it. `name`: its file. @returns what it exports */
export const runModule = async <Exports>(name: string, source: string): Promise<Exports> => {
  await mkdir(MODULES, { recursive: true })
  const url = new URL(name, MODULES)
  await writeFile(url, source)
  return (await import(/* @vite-ignore */ url.href)) as Exports
}
