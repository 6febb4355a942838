import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from '@visavis/shared/ids'
import { sql } from 'kysely'
import type { Config } from '../../composition/config.ts'
import { prepareDataDir } from '../../composition/prepare-data-dir.ts'
import { createPartition, prepareFaceIndex } from '../../features/search/index.ts'
import { openObjects } from '../../storage/assets/asset-store.ts'
import { isMigration, migrate } from '../../storage/migrate.ts'
import type { Handle } from '../../storage/tables.ts'
import { checkArchive, readArchive } from './archive.ts'
import { BackupError } from './backup-error.ts'
import { checkMasterKey } from './check-master-key.ts'
import { type BackupHead, type BackupTable, FORMAT, HEAD, headSchema, PICTURES, toTableName } from './head.ts'
import { listTables, settleTexts, writeRows } from './table-rows.ts'
import { withDatabase } from './with-database.ts'

export interface Restored {
  createdOn: string
  rows: number
  pictures: number
}

/**
 * Brings back what `backUp` wrote, into a database and a store of pictures that are empty: all of it, or nothing. The
 * archive may come from the other kind of database.
 * @throws BackupError, MasterKeyError, DatabaseInUseError
 */
export const restore = async (config: Config, file: string): Promise<Restored> => {
  const head = await readHead(file)
  await expectMasterKey(config, head)
  const { dataDir, databaseUrl } = config
  const folder = join(dataDir, 'db')
  const isFolderNew = !databaseUrl && !existsSync(folder)
  await prepareDataDir(dataDir)
  if (head.pictures) await expectNoPictures(config)
  try {
    return await withDatabase(config, async (db) => {
      await expectEmpty(db)
      return restoreInto(db, config, file, head)
    })
  } catch (failure) {
    if (isFolderNew) await rm(folder, { recursive: true, force: true })
    throw failure
  }
}

/** Everything about the archive is known before anything is written. */
const readHead = async (file: string): Promise<BackupHead> => {
  let head: BackupHead | undefined
  const foreign = (name: string, cause?: unknown) =>
    new BackupError('not_a_backup', `${file} is no backup of Visavis: "${name}" does not belong in one.`, {
      cause,
    })
  await checkArchive(file, ({ name, bytes }) => {
    if (!head) {
      if (name !== HEAD) throw foreign(name)
      head = parseHead(file, Buffer.from(bytes).toString())
      return
    }
    const table = toTableName(name)
    const isOurs = table
      ? head.tables.some((each) => each.name === table)
      : head.pictures && name.startsWith(PICTURES) && isId('asset', name.slice(PICTURES.length))
    if (!isOurs) throw foreign(name)
  })
  if (!head) throw foreign('nothing')
  return head
}

const parseHead = (file: string, text: string): BackupHead => {
  const unreadable = (cause?: unknown) =>
    new BackupError('not_a_backup', `${file} is no backup of Visavis: its head cannot be read.`, { cause })
  let json: { format?: unknown; version?: unknown; migration?: unknown } | null
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw unreadable(cause)
  }
  if (typeof json?.format === 'number' && json.format !== FORMAT) throw newer(file, String(json.version))
  const parsed = headSchema.safeParse(json)
  if (!parsed.success) throw unreadable(parsed.error)
  if (!isMigration(parsed.data.migration)) throw newer(file, parsed.data.version)
  return parsed.data
}

const newer = (file: string, version: string): BackupError =>
  new BackupError(
    'version_unknown',
    `${file} was written by another Visavis (${version}): restore it with that one.`,
  )

const expectMasterKey = async (config: Config, { dataKey }: BackupHead): Promise<void> => {
  if (!dataKey) return
  const file = join(config.dataDir, 'keys', 'master.key')
  await checkMasterKey(
    config,
    { id: dataKey.id, wrapped: Buffer.from(dataKey.wrapped, 'base64') },
    `The master key is not part of a backup: put it into ${file} or VISAVIS_MASTER_KEY first.`,
  )
}

const expectNoPictures = async ({ dataDir, s3 }: Config): Promise<void> => {
  const objects = openObjects({ dataDir: join(dataDir, 'assets'), s3 })
  try {
    if ((await objects.getKeys()).length === 0) return
  } finally {
    await objects.dispose()
  }
  const store = s3 ? `bucket ${s3.bucket}` : `folder ${join(dataDir, 'assets')}`
  throw new BackupError(
    'target_not_empty',
    `There are pictures in the ${store} already: restore into an empty one.`,
  )
}

const expectEmpty = async (db: Handle): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'visavis_jobs') LIMIT 1`.execute(
    db,
  )
  if (!rows[0]) return
  throw new BackupError(
    'target_not_empty',
    `The database is not empty (it has a table "${rows[0].name}"): restore into a new one.`,
  )
}

const restoreInto = async (
  db: Handle,
  { dataDir, s3 }: Config,
  file: string,
  head: BackupHead,
): Promise<Restored> => {
  const objects = openObjects({ dataDir: join(dataDir, 'assets'), s3 })
  const written: string[] = []
  const restored = { createdOn: head.createdOn, rows: 0, pictures: 0 }
  try {
    const galleries = head.tables.flatMap(({ gallery }) => gallery ?? [])
    if (galleries.length > 0 && (await prepareFaceIndex(db)) !== 'available') {
      throw new BackupError(
        'pgvector_missing',
        'The backup has faces for 1:N search, and this database server has no pgvector 0.8 or newer: install it first.',
      )
    }
    await db.transaction().execute(async (trx) => {
      await migrate(trx, head.migration)
      await settleTexts(trx)
      const references = await dropReferences(trx)
      // What migrations write themselves is in the archive, too.
      for (const { name } of await listTables(trx)) await sql`TRUNCATE ${sql.table(name)}`.execute(trx)
      await expectSameTables(trx, head.tables)
      for (const { id, dimensions } of galleries) await createPartition(trx, id, dimensions)
      const tables = new Map(head.tables.map((table) => [table.name, table]))
      for await (const { name, bytes } of readArchive(file)) {
        const table = tables.get(toTableName(name) ?? '')
        if (table) {
          restored.rows += await writeRows(trx, table, bytes)
        } else if (name.startsWith(PICTURES)) {
          const id = name.slice(PICTURES.length)
          written.push(id)
          await objects.setItemRaw(id, bytes)
        }
      }
      for (const { add } of references) await sql.raw(add).execute(trx)
      for (const { name, value } of head.sequences) {
        await sql`SELECT setval(${name}::regclass, ${value}::bigint)`.execute(trx)
      }
    })
    restored.pictures = written.length
    return restored
  } catch (failure) {
    for (const id of written) await objects.removeItem(id)
    throw failure
  } finally {
    await objects.dispose()
  }
}

const expectSameTables = async (trx: Handle, expected: readonly BackupTable[]): Promise<void> => {
  const toText = (tables: readonly BackupTable[]) =>
    tables.map(({ name, columns }) => `${name}(${columns.join(',')})`).sort()
  const here = toText(await listTables(trx))
  const there = toText(expected.filter(({ gallery }) => !gallery))
  const [odd] = [
    ...there.filter((each) => !here.includes(each)),
    ...here.filter((each) => !there.includes(each)),
  ]
  if (odd === undefined) return
  throw new BackupError('version_unknown', `The tables of the backup are not those of this version: ${odd}.`)
}

/** Rows come table by table, each before what it refers to or after: the database checks all of them at the end. */
const dropReferences = async (trx: Handle): Promise<{ add: string }[]> => {
  const { rows } = await sql<{ drop: string; add: string }>`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
    FROM pg_constraint
    WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`.execute(trx)
  for (const { drop } of rows) await sql.raw(drop).execute(trx)
  return rows
}
