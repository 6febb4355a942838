import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '../../composition/config.ts'
import { VERSION } from '../../http/version.ts'
import { openObjects } from '../../storage/assets/asset-store.ts'
import { dataKeysRepo } from '../../storage/crypto/data-keys-repo.ts'
import { readMigrations } from '../../storage/migrate.ts'
import { type Handle, tablesOf } from '../../storage/tables.ts'
import { CliError } from '../cli-error.ts'
import { type ArchiveEntry, writeArchive } from './archive.ts'
import { BackupError } from './backup-error.ts'
import { checkMasterKey } from './check-master-key.ts'
import { type BackupHead, FORMAT, HEAD, PICTURES } from './head.ts'
import { listTables, readRows, settleTexts } from './table-rows.ts'
import { withDatabase } from './with-database.ts'

export interface BackUpOptions {
  /** Whether the pictures go in. */
  pictures: boolean
  now: () => Date
}

export interface BackedUp {
  tables: number
  pictures: number
  /** Were erased while the backup was made, or are missing in the store. */
  missing: number
}

/** Of a finished picture, as far as it says what opens it. */
interface PictureRow {
  id: string
  sealing: string
}

/**
 * Rows of one moment, and the sealed pictures that belong to them; the servers of a PostgreSQL go on meanwhile. The master
 * key is not in it.
 * @throws BackupError, CliError, DatabaseInUseError while a server has the data folder open
 */
export const backUp = async (config: Config, file: string, options: BackUpOptions): Promise<BackedUp> => {
  const { dataDir, databaseUrl } = config
  if (existsSync(file)) throw new BackupError('file_exists', `${file} is there already: name another file.`)
  if (!databaseUrl && !existsSync(join(dataDir, 'db'))) {
    throw new CliError(
      `There is no database in the data folder ${dataDir}: set DATA_DIR to that of the server.`,
    )
  }
  return withDatabase(config, async (db) => {
    const done: BackedUp = { tables: 0, pictures: 0, missing: 0 }
    await writeArchive(file, readAll(db, config, options, done))
    return done
  })
}

async function* readAll(
  db: Handle,
  config: Config,
  { pictures: hasPictures, now }: BackUpOptions,
  done: BackedUp,
): AsyncGenerator<ArchiveEntry> {
  const migration = await readMigration(db)
  const snapshot = await beginSnapshot(db)
  let pictures: PictureRow[]
  try {
    const trx: Handle = snapshot
    await settleTexts(trx)
    const dataKey = (await dataKeysRepo(tablesOf(trx)).list()).at(-1)
    if (dataKey) await checkMasterKey(config, dataKey, NO_MASTER_KEY)
    const tables = await listTables(trx)
    const head: BackupHead = {
      format: FORMAT,
      version: VERSION,
      createdOn: now().toISOString(),
      engine: config.databaseUrl ? 'postgres' : 'pglite',
      migration,
      tables,
      sequences: await listSequences(trx),
      dataKey: dataKey ? { id: dataKey.id, wrapped: Buffer.from(dataKey.wrapped).toString('base64') } : null,
      pictures: hasPictures,
    }
    yield { name: HEAD, bytes: Buffer.from(`${JSON.stringify(head, null, 1)}\n`) }
    for (const { name } of tables) {
      yield* readRows(trx, name)
      done.tables += 1
    }
    pictures = hasPictures ? await listPictures(trx) : []
  } finally {
    await snapshot.rollback().execute()
  }
  yield* readPictures(config, pictures, done)
  if (hasPictures) await expectUnchanged(db, pictures)
}

const beginSnapshot = (db: Handle) =>
  db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()

const readMigration = async (db: Handle): Promise<string> => {
  const { last, unknown } = await readMigrations(db)
  if (unknown.length > 0) {
    throw new BackupError(
      'database_unfit',
      `The tables were made by a newer Visavis (${unknown.join(', ')}): use that one.`,
    )
  }
  if (last === undefined) throw new BackupError('database_unfit', 'The database holds no Visavis yet.')
  return last
}

const NO_MASTER_KEY = 'There is no master key here: nothing of a backup could be opened.'

const listSequences = async (trx: Handle): Promise<BackupHead['sequences']> => {
  const { rows } = await sql<{ name: string; value: number }>`
    SELECT sequencename AS name, last_value::float8 AS value FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`.execute(trx)
  return rows
}

const listPictures = async (db: Handle): Promise<PictureRow[]> => {
  // Of versions without these columns nothing is sealed anew while a server of this one runs.
  const { rows } = await sql<PictureRow>`
    SELECT id, concat_ws(' ', to_jsonb(assets)->>'applicant_id', to_jsonb(assets)->>'data_key_id') AS sealing
    FROM assets WHERE status = 'stored' ORDER BY position`.execute(db)
  return rows
}

async function* readPictures(
  { dataDir, s3 }: Config,
  pictures: readonly PictureRow[],
  done: BackedUp,
): AsyncGenerator<ArchiveEntry> {
  const objects = openObjects({ dataDir: join(dataDir, 'assets'), s3 })
  try {
    for (const { id } of pictures) {
      const sealed = await objects.getItemRaw<Uint8Array>(id)
      if (!sealed) {
        done.missing += 1
        continue
      }
      yield { name: `${PICTURES}${id}`, bytes: sealed }
      done.pictures += 1
    }
  } finally {
    await objects.dispose()
  }
}

/** A picture that was sealed anew after the rows were read does not open by them. */
const expectUnchanged = async (db: Handle, before: readonly PictureRow[]): Promise<void> => {
  const now = new Map((await listPictures(db)).map(({ id, sealing }) => [id, sealing]))
  const changed = before.filter(({ id, sealing }) => now.has(id) && now.get(id) !== sealing)
  if (changed.length === 0) return
  throw new BackupError(
    'changed_meanwhile',
    `${changed.length} pictures were sealed anew while they were copied, so there is no backup: ` +
      'wait until "visavis keys status" shows one data key, then try again.',
  )
}
