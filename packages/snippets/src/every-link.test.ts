/** Every link of a page to another, or to a place in one, leads somewhere. */
import { execFileSync } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
})
  .toString()
  .split('\n')
  .filter(Boolean)

const readProse = async (page: string): Promise<string> =>
  (await readFile(join(ROOT, page), 'utf8')).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')

/** As GitHub and VitePress name a heading, where it has no letter that they treat differently. */
const toAnchor = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

const listAnchors = async (page: string): Promise<string[]> =>
  [...(await readProse(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading))

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** An address, or a page of a running server. */
const isElsewhere = (target: string): boolean => /^([a-z]+:|\/)/.test(target)

it('finds the links', async () => {
  expect(await readProse('README.md')).toMatch(/\]\(docs\/quick-start\.md\)/)
})

it('leads somewhere', async () => {
  const dead: string[] = []
  for (const page of pages) {
    const prose = (await readProse(page)).replaceAll(/`[^`\n]+`/g, '`')
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (isElsewhere(target)) continue
      const [file = '', anchor] = target.split('#')
      const path = file === '' ? page : join(dirname(page), file)
      const isDead =
        !(await isThere(join(ROOT, path))) ||
        (anchor !== undefined && path.endsWith('.md') && !(await listAnchors(path)).includes(anchor))
      if (isDead) dead.push(`${page}: ${target}`)
    }
  }
  expect(dead).toEqual([])
})
