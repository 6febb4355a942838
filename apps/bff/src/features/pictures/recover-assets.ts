import { eachApart } from '../../storage/each-apart.ts'
import type { PicturesDeps } from './deps.ts'
import { ABANDONED_AFTER_MS } from './sweep-unfinished-assets.ts'

/**
 * Clears away pictures that other processes announced long ago and never finished. Needed where several of them share
 * one database: none can tell at its start which of the others still lives. @returns how many
 */
export const recoverAssets = async ({ database, assets, writer, now }: PicturesDeps): Promise<number> => {
  const before = new Date(now().getTime() - ABANDONED_AFTER_MS)
  const abandoned = await database.assets.listUnfinished(writer, before)
  await eachApart(abandoned, async ({ id }) => {
    await assets.delete(id)
    await database.assets.delete(id)
  })
  return abandoned.length
}
