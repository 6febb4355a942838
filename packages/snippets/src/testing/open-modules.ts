import { mkdir, rm, writeFile } from 'node:fs/promises'

/**
 * A folder for modules that a test writes and runs. Below this package, so that its dependencies are found; not under
 * version control. `name`: of the test, which is its own.
 */
export const openModules = async (name: string) => {
  const folder = new URL(`../../.visavis-${name}/`, import.meta.url)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  return {
    folder,
    /** @param file its name @returns what it exports */
    run: async <Exports>(file: string, source: string): Promise<Exports> => {
      const url = new URL(file, folder)
      await writeFile(url, source)
      return (await import(/* @vite-ignore */ url.href)) as Exports
    },
    close: () => rm(folder, { recursive: true }),
  }
}
export type Modules = Awaited<ReturnType<typeof openModules>>
