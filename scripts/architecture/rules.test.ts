import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findUnlisted, readImports } from './read-imports.ts'

/** A small workspace in which everything is as it should be. */
const RIGHT: Record<string, string> = {
  'packages/face-quality/src/scalar.ts': 'export const scalar = 1',
  'packages/face-quality/src/scalar.test.ts': "import 'node:fs'",
  'packages/shared/src/status.ts': "export { scalar } from '@visavis/face-quality/scalar'",
  'packages/face-engine/src/index.ts': "export { scalar } from '@visavis/shared/status'",
  'packages/embed/src/index.ts': 'export const embed = 1',
  'apps/bff/src/start.ts': "import './features/capture/index.ts'; import '@visavis/face-engine/index'",
  'apps/bff/src/storage/client.ts': "import 'node:fs'; import type { x } from './crypto/seal.ts'",
  'apps/bff/src/storage/crypto/seal.ts': 'export const x = 1',
  'apps/bff/src/storage/testing/open.ts': "import '../../features/faces/enrol.ts'",
  'apps/bff/src/features/faces/index.ts': "export { enrol } from './enrol.ts'",
  'apps/bff/src/features/faces/enrol.ts': "import '../../storage/client.ts'; export const enrol = 1",
  'apps/bff/src/features/faces/enrol.test.ts': "import '../capture/open.ts'",
  'apps/bff/src/features/faces/usable-face-rules.ts':
    "import type { ZodType } from 'zod'; import '@visavis/shared/status'; import './status-rules.ts'",
  'apps/bff/src/features/faces/status-rules.ts': 'export const next = 1',
  'apps/bff/src/features/capture/index.ts': "export { open } from './open.ts'",
  'apps/bff/src/features/capture/open.ts': "import '../faces/index.ts'; export const open = 1",
  'apps/widget/src/mount-app.tsx': "import 'react-dom'; import './ui/App.tsx'",
  'apps/widget/src/memory.ts': 'export const memory = 1',
  'apps/widget/src/ui/App.tsx': "import 'react'; import '../camera/open-camera.ts'",
  'apps/widget/src/camera/open-camera.ts': "import '../memory.ts'; export const camera = 1",
  'apps/widget/src/loader/index.ts': "import '@visavis/embed/index'",
  'apps/console/src/main.tsx': "import './shell/router.tsx'",
  'apps/console/src/shell/router.tsx': "import '../parts/Badge.tsx'",
  'apps/console/src/parts/Badge.tsx': 'export const badge = 1',
  'scripts/tool.ts': "import '../apps/bff/src/features/faces/enrol.ts'",
}

/** One import each that a rule refuses: the rule, what is wrong, the file and what it says. */
const WRONG: [rule: string, subject: string, file: string, text: string][] = [
  [
    'no-arrow-upwards: features/faces',
    'a room that imports from one above it',
    'apps/bff/src/features/faces/up.ts',
    "import '../capture/index.ts'",
  ],
  [
    'no-arrow-upwards: storage',
    'a type from a room above',
    'apps/bff/src/storage/types.ts',
    "import type { x } from '../features/links/index.ts'",
  ],
  [
    'no-arrow-upwards: storage',
    'a type named where it is used',
    'apps/bff/src/storage/inline.ts',
    "export type X = typeof import('../features/links/index.ts')",
  ],
  [
    'no-arrow-upwards: features/faces',
    'a room that imports the files that compose',
    'apps/bff/src/features/faces/top.ts',
    "import '../../config.ts'",
  ],
  [
    'no-arrow-upwards: flow',
    "the widget's flow that imports its screens",
    'apps/widget/src/flow/up.ts',
    "import '../ui/App.tsx'",
  ],
  [
    'no-arrow-upwards: packages/shared',
    'shared that imports another package',
    'packages/shared/src/up.ts',
    "import '@visavis/embed/index'",
  ],
  [
    'no-arrow-upwards: apps/bff',
    'a server that imports a script',
    'apps/bff/src/up.ts',
    "import '../../../scripts/tool.ts'",
  ],
  [
    'through-the-door: features/faces',
    'a file behind the door of another room',
    'apps/bff/src/features/capture/past.ts',
    "import { enrol } from '../faces/enrol.ts'",
  ],
  [
    'through-the-door: features/faces',
    'a file behind a door, from the files that compose',
    'apps/bff/src/app.ts',
    "import './features/faces/enrol.ts'",
  ],
  [
    'no-circle',
    'a circle of types',
    'apps/bff/src/net/a.ts',
    "import type { B } from './b.ts'; export type A = B",
  ],
  [
    'no-circle',
    'a circle of inline types',
    'packages/embed/src/a.ts',
    "import { type B } from './b.ts'; export type A = B",
  ],
  [
    'pure-rules',
    'a rules file that reads the disk',
    'apps/bff/src/features/faces/disk-rules.ts',
    "import 'node:fs'",
  ],
  [
    'pure-rules',
    'a rules file that imports what is no rules file',
    'apps/bff/src/features/faces/impure-rules.ts',
    "import type { enrol } from './enrol.ts'",
  ],
  [
    'pure-rules',
    'a rules file that runs zod',
    'apps/bff/src/features/faces/zod-rules.ts',
    "import * as z from 'zod'; z.string()",
  ],
  [
    'pure-face-quality',
    'face-quality that imports a library',
    'packages/face-quality/src/other.ts',
    "import 'zod'",
  ],
  [
    'only-what-package-json-names: apps/widget',
    'a widget that imports a type of the server',
    'apps/widget/src/api/client.ts',
    "import type { x } from '../../../bff/src/config.ts'",
  ],
  [
    'no-deep-import',
    'a file of another package by its path',
    'apps/bff/src/net/deep.ts',
    "import '../../../../packages/shared/src/status.ts'",
  ],
  [
    'knows-the-engine',
    'a room that imports the face engine',
    'apps/bff/src/features/faces/compare.ts',
    "import '@visavis/face-engine/index'",
  ],
  [
    'knows-react',
    "the widget's flow that imports React",
    'apps/widget/src/flow/hook.ts',
    "import { useState } from 'react'",
  ],
  ['loader-alone', 'a loader with a library', 'apps/widget/src/loader/more.ts', "import 'zod'"],
  [
    'tests-stay-out',
    'a product file that imports what serves tests',
    'apps/bff/src/net/fake.ts',
    "import '../storage/testing/open.ts'",
  ],
  ['no-unresolved', 'a file that is not there', 'apps/bff/src/net/gone.ts', "import './nowhere.ts'"],
]

/** The other half of each circle, and files that the wrong imports name. */
const TARGETS: Record<string, string> = {
  'apps/bff/src/config.ts': 'export const x = 1',
  'apps/bff/src/features/links/index.ts': 'export const x = 1',
  'apps/bff/src/net/b.ts': "import type { A } from './a.ts'; export type B = A",
  'packages/embed/src/b.ts': "import { type A } from './a.ts'; export type B = A",
}

const PACKAGES: Record<string, string[]> = {
  'packages/face-quality': [],
  'packages/shared': ['@visavis/face-quality', '@visavis/embed'],
  'packages/face-engine': ['@visavis/shared'],
  'packages/embed': [],
  'apps/bff': ['@visavis/shared', '@visavis/face-engine'],
  'apps/widget': ['@visavis/embed'],
}
const LIBRARIES = ['zod', 'react', 'react-dom']

let root: string

const write = async (files: Record<string, string>): Promise<void> => {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
}

const readViolations = async (): Promise<string[]> =>
  (await readImports(root)).violations.map(({ rule, from }) => `${rule.name} | ${from}`)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'visavis-rooms-'))
  await mkdir(join(root, 'node_modules/@visavis'), { recursive: true })
  for (const [folder, names] of Object.entries(PACKAGES)) {
    const name = `@visavis/${folder.split('/')[1]}`
    const dependencies = Object.fromEntries(names.map((other) => [other, 'workspace:*']))
    const manifest = { name, type: 'module', exports: { './*': { source: './src/*.ts' } }, dependencies }
    await write({ [`${folder}/package.json`]: JSON.stringify(manifest) })
    await symlink(join('../..', folder), join(root, 'node_modules', name))
  }
  for (const name of LIBRARIES) {
    await write({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
      [`node_modules/${name}/index.js`]: '',
    })
  }
  await write(RIGHT)
})

afterAll(() => rm(root, { recursive: true }))

test('right imports are accepted', async () => {
  expect(await readViolations()).toEqual([])
  expect(await findUnlisted(root)).toEqual([])
})

describe('of wrong imports', () => {
  let violations: string[]

  beforeAll(async () => {
    await write(TARGETS)
    await write(Object.fromEntries(WRONG.map(([, , file, text]) => [file, text])))
    violations = await readViolations()
  })

  test.each(WRONG)('%s refuses %s', (rule, _, file) => {
    expect(violations).toContain(`${rule} | ${file}`)
  })

  test('none is laid to a file that is right', () => {
    const right = Object.keys(RIGHT)
    expect(violations.filter((violation) => right.some((file) => violation.endsWith(` | ${file}`)))).toEqual(
      [],
    )
  })
})

test('a folder that no list names is refused', async () => {
  await mkdir(join(root, 'apps/bff/src/features/attic'))
  expect(await findUnlisted(root)).toEqual(['apps/bff/src/features/attic'])
})
