import { readFile } from 'node:fs/promises'

const CONFIG = new URL('../../apps/bff/src/composition/config.ts', import.meta.url)

/** Variables that the server reads, and Node's own. */
export const readKnownVariables = async (): Promise<ReadonlySet<string>> => {
  const [, schema = ''] =
    /environmentSchema = z\.object\(\{\n(.+?)\n\}\)/s.exec(await readFile(CONFIG, 'utf8')) ?? []
  const names = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name)
  return new Set([...names, 'NODE_ENV'])
}
