import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { runStep } from '../scripts/run-step.ts'
import { makeSheet } from './fixtures/make-sheet.ts'
import { listPictures, PICTURES } from './fixtures/screenshot-looks.ts'

const TEST = [
  'test',
  '--config',
  'e2e/playwright.config.ts',
  'screenshots.spec.ts',
  '--update-snapshots=changed',
]

/** The same pixels in a third of the bytes: Chromium takes no time for it. */
const shrink = async (file: string): Promise<void> => {
  const small = await sharp(await readFile(file))
    .webp({ lossless: true, effort: 6 })
    .toBuffer()
  await writeFile(file, small)
}

/**
 * Takes those pictures anew that differ from what they are compared with, and removes those of what is no longer there.
 * @param sheets folder for a contact sheet of each look, to open and look at
 * @returns whether all could be taken
 */
export const updatePictures = async (sheets: string): Promise<boolean> => {
  const before = Date.now()
  await mkdir(PICTURES, { recursive: true })
  const wanted = listPictures()
  for (const name of await readdir(PICTURES, { recursive: true })) {
    if (name.endsWith('.webp') && !wanted.includes(name)) await rm(join(PICTURES, name))
  }
  if (!(await runStep('playwright', TEST))) return false
  for (const file of wanted.map((name) => join(PICTURES, name))) {
    if ((await stat(file)).mtimeMs < before) continue
    await shrink(file)
    process.stdout.write(`new: ${file}\n`)
  }
  await mkdir(sheets, { recursive: true })
  for (const [look, names] of Map.groupBy(wanted, (name) => basename(name, '.webp'))) {
    const files = names.map((name) => join(PICTURES, name))
    await makeSheet(files, join(sheets, `compared-${look}.png`))
  }
  return true
}
