import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ABANDONED_AFTER_MS, sweepUnfinishedAssets } from '../features/pictures/index.ts'
import { createAssetStore } from '../storage/assets/asset-store.ts'
import type { AssetStore, KeyedHash, Sealer, UploadSpool } from '../storage/assets/types.ts'
import { createUploadSpool } from '../storage/assets/upload-spool.ts'
import { createKeyedHash } from '../storage/crypto/keyed-hash.ts'
import { loadMasterKeys } from '../storage/crypto/master-key.ts'
import { openDataKey } from '../storage/crypto/open-data-key.ts'
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
  keyedHash: KeyedHash
  /** Names this process in announced assets. */
  writer: string
  close(): Promise<void>
}

type StorageConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'masterKey'> &
  Partial<Pick<Config, 's3' | 'uploadMemoryBytes'>>

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
  const key = await loadMasterKeys({ dataDir, ...(masterKey ? { fromEnv: masterKey } : {}) })
    .then((masterKeys) => openDataKey(database.dataKeys, masterKeys))
    .catch(async (cause) => {
      await database.close()
      throw cause
    })
  const sealer = createSealer(key)
  const assets = createAssetStore({ dataDir: join(dataDir, 'assets'), s3, sealer })
  if (s3) await pingBucket(assets)
  const spool = await createUploadSpool({ dir: join(dataDir, 'spool'), memoryBytes: uploadMemoryBytes })
  // On PGlite nobody else can be at work. Of the processes that share a PostgreSQL, one that starts must not take away
  // what the others are writing.
  const announcedBefore = new Date(Date.now() - ABANDONED_AFTER_MS)
  const isShared = database.engine === 'postgres'
  await sweepUnfinishedAssets({
    database,
    assets,
    writer,
    isOwnStore: !s3,
    ...(isShared ? { announcedBefore } : {}),
  })
  return {
    database,
    assets,
    spool,
    sealer,
    keyedHash: createKeyedHash(key),
    writer,
    close: async () => {
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
