import { randomBytes } from 'node:crypto'
import type { Config } from '../composition/config.ts'
import { openStorage } from '../composition/open-storage.ts'
import { loadMasterKeys, saveMasterKeys } from '../storage/crypto/master-key.ts'
import { SEALING_KEY_BYTES } from '../storage/crypto/sealer.ts'
import { CliError } from './cli-error.ts'
import { openCliStorage } from './open-cli-storage.ts'

/**
 * Puts a new master key in the place of the data folder's. Stopped at any moment, the folder still opens: both keys
 * are in the file until the database is sealed by the new one.
 * @throws CliError when the key comes from the environment or there is no database, DatabaseInUseError while a server has the folder open
 */
export const rotateMasterKey = async (config: Config): Promise<void> => {
  const { dataDir, masterKey } = config
  if (masterKey !== undefined) {
    throw new CliError(
      'The master key comes from VISAVIS_MASTER_KEY. Put the new one before it, with a comma between; ' +
        'docs/operations.md has the steps.',
    )
  }
  // Whoever cannot open the folder must not touch its key.
  await (await openCliStorage(config)).close()
  const before = await loadMasterKeys({ dataDir })
  const present = randomBytes(SEALING_KEY_BYTES)
  await saveMasterKeys(dataDir, [present, ...before])
  await (await openStorage(config)).close()
  await saveMasterKeys(dataDir, [present])
}
