import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Of people; each of the others is a species of instrument. */
export const BONA_FIDE_FOLDER = 'bonafide'
/** What the engine reads. Whatever else lies there, such as a note on where the pictures are from, is left alone. */
const PICTURE = /\.(jpe?g|png)$/i

interface PadSpecies {
  name: string
  kind: 'bona_fide' | 'attack'
  /** Whole paths, in the order of their names. */
  files: string[]
}

/**
 * A folder of folders of pictures: `bonafide` with people, and one for each species of instrument. People last, as the
 * tables have them. @throws Error that says what is missing
 */
export const readPadFolder = async (folder: string): Promise<PadSpecies[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`PAD_DIR: ${folder} is no folder that can be read`, { cause })
  })
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  const species = await Promise.all(
    names.map(async ({ name }): Promise<PadSpecies> => {
      const own = await readdir(path.join(folder, name), { withFileTypes: true })
      const pictures = own.filter((entry) => !entry.isDirectory() && PICTURE.test(entry.name))
      return {
        name,
        kind: name === BONA_FIDE_FOLDER ? 'bona_fide' : 'attack',
        files: pictures.map((entry) => path.join(folder, name, entry.name)).sort(),
      }
    }),
  )
  const filled = species.filter(({ files }) => files.length > 0)
  const people = filled.filter(({ kind }) => kind === 'bona_fide')
  const attacks = filled.filter(({ kind }) => kind === 'attack')
  if (people.length === 0) {
    throw new Error(
      `PAD_DIR: ${folder} has no folder ${BONA_FIDE_FOLDER} with JPEG or PNG pictures of people`,
    )
  }
  if (attacks.length === 0) {
    throw new Error(
      `PAD_DIR: ${folder} has no folder with pictures of an instrument beside ${BONA_FIDE_FOLDER}`,
    )
  }
  return [...attacks.sort((a, b) => a.name.localeCompare(b.name)), ...people]
}
