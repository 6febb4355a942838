import type { Config } from '../../composition/config.ts'
import type { DataKeyRow } from '../../storage/crypto/data-keys-repo.ts'
import { readMasterKeys } from '../../storage/crypto/master-key.ts'
import { MasterKeyError } from '../../storage/crypto/master-key-error.ts'
import { checkDataKey } from '../../storage/crypto/open-data-keys.ts'
import { about, type Finding, toReason } from './finding.ts'

/** @param dataKey what the database holds, sealed by the master key; `undefined`: nothing yet */
export const examineMasterKey = async (
  { dataDir, databaseUrl, masterKey }: Pick<Config, 'dataDir' | 'databaseUrl' | 'masterKey'>,
  dataKey: DataKeyRow | undefined,
): Promise<Finding> => {
  const key = about('master key')
  try {
    const keys = await readMasterKeys({ dataDir, ...(masterKey ? { fromEnv: masterKey } : {}) })
    if (keys) {
      if (dataKey) checkDataKey(dataKey, keys)
    } else if (dataKey) {
      return key.wrong(
        'is not there, and what is kept does not open without: set VISAVIS_MASTER_KEY, or bring back ' +
          'keys/master.key of the data folder',
      )
    }
    if (!masterKey && databaseUrl) {
      return key.warning(
        'is in the data folder: other replicas cannot read what this one seals before all have the same VISAVIS_MASTER_KEY',
      )
    }
    if (!keys) return key.ok('none yet: the first start makes one in keys/master.key of the data folder')
    return key.ok(dataKey ? 'opens what is kept' : 'can be read')
  } catch (failure) {
    return key.wrong(
      failure instanceof MasterKeyError ? failure.message : `cannot be read (${toReason(failure)})`,
    )
  }
}
