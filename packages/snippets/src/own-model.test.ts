import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readOwnModel } from '@visavis/face-engine'
import { readNetwork } from '@visavis/face-models/networks'
import { expect, it } from 'vitest'
import { readSnippet } from '../../../scripts/read-snippet.ts'

it('the manifest of a recognition model of one’s own is one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'own-model-'))
  const file = path.join(folder, 'manifest.json')
  await writeFile(file, await readSnippet('docs/operations.md', 'own model'))
  await writeFile(path.join(folder, 'our-arcface.onnx'), await readNetwork('mobilefacenet'))
  expect((await readOwnModel(file)).manifest).toMatchObject({ dimensions: 512, mirror: false })
  await rm(folder, { recursive: true })
})
