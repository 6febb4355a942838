import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ABANDONED_AFTER_MS, sweepUnfinishedAssets } from '../features/pictures/index.ts'
import { createAssetStore } from '../storage/assets/asset-store.ts'
import type { AssetStore, KeyedHash, Sealer, UploadSpool } from '../storage/assets/types.ts'
import { createUploadSpool } from '../storage/assets/upload-spool.ts'
import { createKeyedHash } from '../storage/crypto/keyed-hash.ts'
import { loadMasterKeys } from '../storage/crypto/master-key.ts'
import { type KeyRing, openDataKeys } from '../storage/crypto/open-data-keys.ts'
import { createSealer } from '../storage/crypto/sealer.ts'
import type { QueryWatch } from '../storage/kysely-options.ts'
import { type Config, ConfigError } from './config.ts'
import type { AllDatabase } from './create-database.ts'
import { createDatabase } from './create-database.ts'

export interface Storage {
  database: AllDatabase
  assets: AssetStore
  spool: UploadSpool
  sealer: Sealer
  dataKeys: KeyRing
  keyedHash: KeyedHash
  /** Names this process in announced assets. */
  writer: string
  close(): Promise<void>
}

type StorageConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'masterKey'> &
  Partial<Pick<Config, 's3' | 'uploadMemoryBytes'>>

/** How soon a process learns of a data key that another one made. */
const KEYS_READ_EVERY_MS = 60_000

/** Opens everything that is kept, and clears away what a process that died left half-done. */
export const openStorage = async (config: StorageConfig, watch: QueryWatch = {}): Promise<Storage> => {
  const { dataDir, databaseUrl } = config
  const database = await createDatabase(
    databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'pglite', dataDir: join(dataDir, 'db') },
    watch,
  )
  return openStorageOn(database, config)
}

/** The same on a database that is open already; closed with it, or when the rest does not open. */
export const openStorageOn = async (
  database: AllDatabase,
  { dataDir, masterKey, s3, uploadMemoryBytes = 0 }: Omit<StorageConfig, 'databaseUrl'>,
): Promise<Storage> => {
  const writer = randomUUID()
  const isShared = database.engine === 'postgres'
  const dataKeys = await loadMasterKeys({ dataDir, ...(masterKey ? { fromEnv: masterKey } : {}) })
    .then((masterKeys) => openDataKeys(database.dataKeys, masterKeys, { isShared }))
    .catch(async (cause) => {
      await database.close()
      throw cause
    })
  const sealer = createSealer(dataKeys)
  const assets = createAssetStore({ dataDir: join(dataDir, 'assets'), s3, sealer })
  if (s3) await pingBucket(assets)
  const spool = await createUploadSpool({ dir: join(dataDir, 'spool'), memoryBytes: uploadMemoryBytes })
  // On PGlite nobody else can be at work. Of the processes that share a PostgreSQL, one that starts must not take away
  // what the others are writing.
  const announcedBefore = new Date(Date.now() - ABANDONED_AFTER_MS)
  await sweepUnfinishedAssets({
    database,
    assets,
    writer,
    isOwnStore: !s3,
    ...(isShared ? { announcedBefore } : {}),
  })
  // One that cannot be read now is read the next time; what was not for too long seals nothing.
  const refreshing = isShared
    ? setInterval(() => dataKeys.refresh().catch(() => {}), KEYS_READ_EVERY_MS)
    : undefined
  refreshing?.unref()
  return {
    database,
    assets,
    spool,
    sealer,
    dataKeys,
    keyedHash: createKeyedHash(dataKeys.hashKey),
    writer,
    close: async () => {
      clearInterval(refreshing)
      await spool.close()
      await assets.close()
      await database.close()
    },
  }
}

const pingBucket = (assets: AssetStore): Promise<void> =>
  assets.ping().catch((cause: unknown) => {
    throw new ConfigError(`The bucket cannot be used: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
    })
  })
