import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
})
export type Manifest = z.infer<typeof manifestSchema>

const toModule = ({ apiVersion }: Manifest): string => {
  const models = apiVersion.startsWith('monitoring.coreos.com/')
    ? '@kubernetes-models/prometheus-operator'
    : 'kubernetes-models'
  return `${models}/${apiVersion}`
}

const modelSchema = z.record(z.string(), z.unknown())
type Model = new (data: object) => { validate(): void }

/** By the schema of Kubernetes: what is missing, and values of a wrong form. */
const checkValues = async (manifest: Manifest): Promise<string[]> => {
  const { [manifest.kind]: Class } = modelSchema.parse(await import(toModule(manifest)))
  if (typeof Class !== 'function') return [`${manifest.apiVersion} has no ${manifest.kind}`]
  try {
    ;new (Class as Model)(manifest).validate()
    return []
  } catch (error) {
    return [`${manifest.kind} ${manifest.metadata.name}: ${(error as Error).message}`]
  }
}

/** Those schemas let unknown fields pass. The types made of them do not, where they meet a literal. */
const checkFields = async (manifests: readonly Manifest[]): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-manifests-'))
  try {
    const lines = manifests.map(
      (manifest, index) =>
        `export const of${index}: import('${toModule(manifest)}').I${manifest.kind} = ${JSON.stringify(manifest, null, 1)}`,
    )
    await writeFile(join(folder, 'manifests.ts'), lines.join('\n'))
    const packages = ['kubernetes-models', '@kubernetes-models/prometheus-operator']
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: 'preserve',
      types: [],
      paths: Object.fromEntries(
        packages.map((name) => [`${name}/*`, [join(ROOT, 'node_modules', name, '*')]]),
      ),
    }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['manifests.ts'] }),
    )
    await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder])
    return []
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (!stdout) throw error
    return stdout.split('\n').filter((line) => line.includes('error TS'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What the API of a cluster would refuse, or drop without a word. */
export const checkManifests = async (manifests: readonly Manifest[]): Promise<string[]> => [
  ...(await Promise.all(manifests.map(checkValues))).flat(),
  ...(await checkFields(manifests)),
]
