import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyNpmPostgres } from './copy-npm-postgres.ts'
import { type FoundPostgres, findPostgres, POSTGRES_MISSING } from './find-postgres.ts'

const run = promisify(execFile)

export { POSTGRES_MISSING }

export const hasPostgres = (): boolean => findPostgres() !== undefined

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
export const startPostgres = async (
  found: FoundPostgres | undefined = findPostgres(),
): Promise<RunningPostgres> => {
  if (!found) throw new Error(POSTGRES_MISSING)
  const user = await findUnprivilegedUser()
  const home = await mkdtemp(join(tmpdir(), 'visavis-postgres-'))
  if (user) await chown(home, user.uid, user.gid)
  const data = join(home, 'data')
  const log = join(home, 'log')
  const options = { ...user, cwd: home, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', HOME: home } }
  const remove = () => rm(home, { recursive: true, force: true })

  try {
    const bin = found.from === 'npm' ? await copyNpmPostgres(found.bin, join(home, 'program')) : found.bin
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
