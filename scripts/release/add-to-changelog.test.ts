import { readFile } from 'node:fs/promises'
import readChangesets from '@changesets/read'
import { expect, it } from 'vitest'
import { addToChangelog } from './add-to-changelog.ts'

const NEXT = { version: '0.2.0', date: '2026-12-01', entries: ['One\nof two lines.\n', 'Two.'] }

it('puts what was gathered under its version, and leaves room for what comes', () => {
  expect(
    addToChangelog(
      '# Changelog\n\n## Unreleased\n\n### Added\n\n- By hand.\n\n## 0.1.0\n\nThe first.\n',
      NEXT,
    ),
  ).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n### Added\n\n- By hand.\n\n- One\n  of two lines.\n- Two.\n\n## 0.1.0\n\nThe first.\n',
  )
  expect(addToChangelog('# Changelog\n\n## Unreleased\n', NEXT)).toContain(
    '## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- One',
  )
})

it('does not lose them where there is no such place', () => {
  expect(() => addToChangelog('# Changelog\n', NEXT)).toThrow('has no "## Unreleased"')
})

it('changesets are about the server: all packages have its version', async () => {
  const { fixed } = JSON.parse(await readFile('.changeset/config.json', 'utf8'))
  expect(fixed).toEqual([['@visavis/*', '!@visavis/example-*']])
  const names = (await readChangesets(process.cwd())).flatMap(({ releases }) =>
    releases.map(({ name }) => name),
  )
  expect(new Set([...names, '@visavis/bff'])).toEqual(new Set(['@visavis/bff']))
})
