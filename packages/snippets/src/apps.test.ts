/** What the pages for apps and for Angular show, against what the page speaks to and what the examples are. */

import { readFile } from 'node:fs/promises'
import { toFrameMessage } from '@visavis/shared/embed-protocol'
import { expect, it } from 'vitest'
import { findApp } from '../../../apps/widget/src/bridge/find-app.ts'
import { readSnippet } from '../../../scripts/read-snippet.ts'

const android = await readSnippet('docs/apps.md', 'android')
const ios = await readSnippet('docs/apps.md', 'ios')
const flutter = await readSnippet('docs/apps.md', 'flutter')

const app = { postMessage: () => undefined }

it.each([
  ['Android', android, /addWebMessageListener\(web, "(\w+)"/, (name: string) => ({ [name]: app })],
  [
    'iOS',
    ios,
    /\.add\(self, name: "(\w+)"\)/,
    (name: string) => ({ webkit: { messageHandlers: { [name]: app } } }),
  ],
  ['Flutter', flutter, /addJavaScriptChannel\('(\w+)'/, (name: string) => ({ [name]: app })],
])('%s: the name the page finds the app by', (_, lines, pattern, toPage) => {
  expect(findApp(toPage(pattern.exec(lines)?.[1] ?? ''))).toBe(app)
})

it.each([
  ['Android', android],
  ['iOS', ios],
  ['Flutter', flutter],
])('%s: events that there are', (_, lines) => {
  const types = [...lines.matchAll(/["'](capture\.[\w-]+)["']/g)].map(([, type]) => type)
  expect(types).toEqual(['capture.completed', 'capture.aborted'])
  const fields = { attemptId: '', id: '', event: '', responseCode: 0 }
  for (const type of types) expect(toFrameMessage({ visavis: 1, type, ...fields })).toMatchObject({ type })
})

const readExample = (file: string) => readFile(new URL(`../../../examples/${file}`, import.meta.url), 'utf8')

it('Angular: lines of the example that runs', async () => {
  const lines = await readSnippet('docs/frameworks.md', 'angular')
  expect(await readExample('angular/src/sign-in.ts')).toContain(lines)
})

it('React Native: lines of the screen whose types are checked', async () => {
  const lines = await readSnippet('docs/apps.md', 'react native')
  expect(await readExample('react-native/CaptureScreen.tsx')).toContain(lines)
})
