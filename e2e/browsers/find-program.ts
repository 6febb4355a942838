import { accessSync, constants } from 'node:fs'

/** The first of these that can be run. */
export const findProgram = (paths: readonly string[]): string | undefined =>
  paths.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
