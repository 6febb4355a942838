import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ConfigError } from '../../composition/config.ts'
import { explain, prepareDataDir } from '../../composition/prepare-data-dir.ts'
import { about, type Finding } from './finding.ts'

const MB = 2 ** 20
/** Some hundred pictures, and PostgreSQL's log of changes: below this the next hour is uncertain. */
const LEAST_MB = 100
/** Time enough to do something about it. */
const COMFORTABLE_MB = 1024

/** Whether `DATA_DIR` can be written, and how much room its disk has. A folder that is not there is not made. */
export const examineFolder = async (dataDir: string): Promise<Finding[]> => {
  const folder = about('data folder')
  try {
    const existing = await findExisting(dataDir)
    const { bavail, bsize } = await statfs(existing)
    const disk = examineRoom(Math.floor((bavail * bsize) / MB))
    if (existing === dataDir) {
      await prepareDataDir(dataDir)
      return [folder.ok(`${dataDir} can be written`), disk]
    }
    await access(existing, constants.W_OK | constants.X_OK)
    return [folder.ok(`${dataDir} is not there yet: the first start makes it`), disk]
  } catch (failure) {
    if (failure instanceof ConfigError) return [folder.wrong(failure.message)]
    return [folder.wrong(explain(dataDir, failure as NodeJS.ErrnoException))]
  }
}

/** @param freeMb of the disk that the data folder is on */
export const examineRoom = (freeMb: number): Finding => {
  const disk = about('disk')
  const text = `${freeMb} MB free for the data folder`
  if (freeMb < LEAST_MB) return disk.wrong(`${text}: free some room, or set DATA_DIR to another disk`)
  if (freeMb < COMFORTABLE_MB) return disk.warning(`${text}: pictures will fill that soon`)
  return disk.ok(text)
}

/** The folder, or the nearest one above it that is there. @throws Error with `ENOTDIR` below a file */
const findExisting = async (path: string): Promise<string> => {
  try {
    await access(path)
    return path
  } catch (failure) {
    const isMissing = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT'
    if (!isMissing || dirname(path) === path) throw failure
    return findExisting(dirname(path))
  }
}
