import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readPadFolder } from './read-pad-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'visavis-pad-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = async (...files: string[]) => {
  for (const file of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), '')
  }
}

it('takes each folder for a species, and its pictures alone', async () => {
  await put(
    'bonafide/b.png',
    'bonafide/a.JPG',
    'bonafide/Thumbs.db',
    'print-a4/1.jpeg',
    'print-a4/more/2.jpg',
  )
  await put('notes.txt', 'phone/README.md', '.git/x.jpg')
  await mkdir(path.join(folder, 'empty'))
  await put('phone/7.jpg')
  expect(await readPadFolder(folder)).toEqual([
    { name: 'phone', kind: 'attack', files: [path.join(folder, 'phone/7.jpg')] },
    { name: 'print-a4', kind: 'attack', files: [path.join(folder, 'print-a4/1.jpeg')] },
    {
      name: 'bonafide',
      kind: 'bona_fide',
      files: [path.join(folder, 'bonafide/a.JPG'), path.join(folder, 'bonafide/b.png')],
    },
  ])
})

it('says what is missing', async () => {
  await expect(readPadFolder(path.join(folder, 'none'))).rejects.toThrow('no folder that can be read')
  await put('print/1.jpg', 'bonafide/people.txt')
  await expect(readPadFolder(folder)).rejects.toThrow('no folder bonafide')
  await rm(path.join(folder, 'print'), { recursive: true })
  await put('bonafide/1.jpg')
  await expect(readPadFolder(folder)).rejects.toThrow('an instrument')
})
