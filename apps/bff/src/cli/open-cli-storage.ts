import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../composition/config.ts'
import { openStorage, type Storage } from '../composition/open-storage.ts'
import { prepareDataDir } from '../composition/prepare-data-dir.ts'
import type { OpenCliOptions } from './cli-context.ts'
import { CliError } from './cli-error.ts'

/**
 * What the server keeps, for one command. A mistyped DATA_DIR must not become a second, empty data folder.
 * @throws CliError where there is none, ConfigError where it cannot be written
 */
export const openCliStorage = async (
  config: Config,
  { begins = false }: OpenCliOptions = {},
): Promise<Storage> => {
  const { dataDir, databaseUrl } = config
  if (!begins && !databaseUrl && !existsSync(join(dataDir, 'db'))) {
    throw new CliError(
      `There is no database in the data folder ${dataDir}: set DATA_DIR to that of the server, or run "visavis setup" first.`,
    )
  }
  await prepareDataDir(dataDir)
  return openStorage(config)
}
