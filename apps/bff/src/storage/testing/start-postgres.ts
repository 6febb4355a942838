import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const POSTGRES_MISSING =
  'no PostgreSQL to test with: install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL'

/** Debian's own folders, one a major version; what PATH calls `postgres` may be anything. */
const findBinaries = (): string | undefined =>
  globSync('/usr/lib/postgresql/*/bin')
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'pg_ctl')))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1)

export const hasPostgres = (): boolean => findBinaries() !== undefined

/** The server refuses to run as root; Debian's package brings a user for it. */
const findUnprivilegedUser = async (): Promise<{ uid: number; gid: number } | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const id = async (flag: string, name: string) => Number((await run('id', [flag, name])).stdout)
  const name = await id('-u', 'postgres').then(
    () => 'postgres',
    () => 'nobody',
  )
  return { uid: await id('-u', name), gid: await id('-g', name) }
}

export const findFreePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export interface RunningPostgres {
  /** Of a superuser, no password; database `postgres`. */
  url: string
  /** Ends the server and removes its files. */
  stop(): Promise<void>
}

/**
 * A throw-away PostgreSQL server of its own for tests, on a free port of 127.0.0.1. It forgets nothing on purpose
 * but may lose everything in a power cut (`fsync=off`).
 * @throws Error with `POSTGRES_MISSING` when there is none on this machine
 */
export const startPostgres = async (): Promise<RunningPostgres> => {
  const bin = findBinaries()
  if (!bin) throw new Error(POSTGRES_MISSING)
  const user = await findUnprivilegedUser()
  const home = await mkdtemp(join(tmpdir(), 'visavis-postgres-'))
  if (user) await chown(home, user.uid, user.gid)
  const data = join(home, 'data')
  const log = join(home, 'log')
  const options = { ...user, cwd: home, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', HOME: home } }
  const remove = () => rm(home, { recursive: true, force: true })

  try {
    const initOptions = ['--username=visavis', '--auth=trust', '--encoding=UTF8', '--no-sync']
    await run(join(bin, 'initdb'), ['-D', data, ...initOptions], options)
    const port = await findFreePort()
    const flags = `-h 127.0.0.1 -p ${port} -k "${home}" -c fsync=off -c max_connections=200`
    await run(join(bin, 'pg_ctl'), ['start', '--wait', '-D', data, '-l', log, '-o', flags], options)
    return {
      url: `postgresql://visavis@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await run(join(bin, 'pg_ctl'), ['stop', '--wait', '--mode=immediate', '-D', data], options)
        await remove()
      },
    }
  } catch (cause) {
    const text = await readFile(log, 'utf8').catch(() => 'it wrote no log')
    await remove()
    throw new Error(`PostgreSQL did not start: ${text}`, { cause })
  }
}
