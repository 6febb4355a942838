import type { Config } from '../../composition/config.ts'
import { readMasterKeys } from '../../storage/crypto/master-key.ts'
import { checkDataKey } from '../../storage/crypto/open-data-keys.ts'
import { BackupError } from './backup-error.ts'

/**
 * Whether the master key that is here opens a backup with that data key: otherwise it would be found out too late.
 * @param missing what is said where there is none
 * @throws BackupError `master_key_missing`, MasterKeyError
 */
export const checkMasterKey = async (
  { dataDir, masterKey }: Config,
  dataKey: { id: number; wrapped: Uint8Array },
  missing: string,
): Promise<void> => {
  const keys = await readMasterKeys({ dataDir, ...(masterKey ? { fromEnv: masterKey } : {}) })
  if (!keys) throw new BackupError('master_key_missing', missing)
  checkDataKey(dataKey, keys)
}
