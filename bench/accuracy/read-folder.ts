import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Label, type LabelOptions, readLabels, readLondonLabels } from './read-labels.ts'

/** Whose pictures lie in a folder, by the table beside them. */
export const readFolder = async (folder: string, options?: LabelOptions): Promise<Label[]> => {
  const files = await readdir(folder)
  const read = (name: string) => readFile(path.join(folder, name), 'utf8')
  if (files.includes('identities.csv')) return readLabels(await read('identities.csv'), options)
  if (files.includes('info.csv')) return readLondonLabels(await read('info.csv'), files)
  throw new Error(`${folder} holds no identities.csv (file,identity,group,sex)`)
}
