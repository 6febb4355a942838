import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'

export interface Workspace {
  folder: string
  /** The folders of those packages of ours that its package.json names. */
  imports: string[]
}

const named = z.record(z.string(), z.string()).optional()
const packageSchema = z.object({
  name: z.string(),
  dependencies: named,
  devDependencies: named,
  peerDependencies: named,
})

/** Every package of the workspace with those of ours that it names. */
export const readWorkspaces = async (root: string): Promise<Workspace[]> => {
  const files = globSync(['{apps,packages,examples}/*/package.json', '{e2e,bench}/package.json'], {
    cwd: root,
  })
  const packages = await Promise.all(
    files.sort().map(async (file) => ({
      folder: dirname(file).replaceAll('\\', '/'),
      ...packageSchema.parse(JSON.parse(await readFile(join(root, file), 'utf8'))),
    })),
  )
  return packages.map(({ folder, dependencies, devDependencies, peerDependencies }) => {
    const names = { ...dependencies, ...devDependencies, ...peerDependencies }
    return { folder, imports: packages.filter(({ name }) => name in names).map((other) => other.folder) }
  })
}
