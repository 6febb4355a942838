import { afterEach, beforeEach, expect, it, vi } from 'vitest'

interface FakeScript {
  src: string
  onload: () => void
  onerror: () => void
  remove: () => void
}

let scripts: FakeScript[]
let page: { Visavis?: object }
beforeEach(() => {
  scripts = []
  page = {}
  vi.resetModules()
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', {
    createElement: () => ({ remove: vi.fn() }),
    head: { append: (script: FakeScript) => scripts.push(script) },
  })
})
afterEach(() => vi.unstubAllGlobals())

const importFresh = async () => (await import('./load-visavis.ts')).loadVisavis

it('loads the script of that server, once for all who ask', async () => {
  const loadVisavis = await importFresh()
  const both = Promise.all([loadVisavis('https://id.example'), loadVisavis('https://id.example')])
  expect(scripts.map(({ src }) => src)).toEqual(['https://id.example/visavis.js'])
  page.Visavis = { open: vi.fn() }
  scripts[0]?.onload()
  const [one, two] = await both
  expect(one).toBe(page.Visavis)
  expect(two).toBe(one)
  expect(await loadVisavis('https://id.example')).toBe(one)
  expect(scripts).toHaveLength(1)
})

it.each<[string, (script: FakeScript | undefined) => void]>([
  ['did not come', (script) => script?.onerror()],
  ['came, but was something else', (script) => script?.onload()],
])('tries again after a script that %s', async (_, fail) => {
  const loadVisavis = await importFresh()
  const first = loadVisavis('https://id.example')
  fail(scripts[0])
  await expect(first).rejects.toThrow('could not be loaded')
  expect(scripts[0]?.remove).toHaveBeenCalled()

  const second = loadVisavis('https://id.example')
  expect(scripts).toHaveLength(2)
  page.Visavis = { open: vi.fn() }
  scripts[1]?.onload()
  expect(await second).toBe(page.Visavis)
})

it('takes the one that is there already', async () => {
  page.Visavis = { open: vi.fn() }
  expect(await (await importFresh())('https://id.example')).toBe(page.Visavis)
  expect(scripts).toEqual([])
})
