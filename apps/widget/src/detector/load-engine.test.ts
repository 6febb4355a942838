import { describe, expect, it } from 'vitest'
import { EngineFileError, loadEngine } from './load-engine.ts'

/** SHA-256 of "abc" (FIPS 180-4, example). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const FILE = { url: '/engine/a.wasm', sha256: ABC, bytes: 3 }

/** Answers in pieces of one byte each. */
const answering =
  (text: string, status = 200): typeof fetch =>
  async () => {
    const bytes = new TextEncoder().encode(text)
    const body = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    return new Response(body, { status })
  }

/** All of them. */
const whole = async (files: ReturnType<typeof loadEngine>) =>
  new Map(await Promise.all([...files].map(async ([url, content]) => [url, await content] as const)))

const load = (fetch: typeof globalThis.fetch, files = [FILE]) => {
  const shares: number[] = []
  const loading = whole(loadEngine({ files, onProgress: (share) => shares.push(share), fetch }))
  return { loading, shares }
}

describe('loadEngine', () => {
  it('gives the files and tells how far it is', async () => {
    const asked: string[] = []
    const { loading, shares } = load(
      async (url) => {
        asked.push(String(url))
        return answering('abc')('')
      },
      [FILE, { ...FILE, url: '/engine/b.task' }],
    )
    const files = await loading
    expect(new TextDecoder().decode(files.get('/engine/b.task'))).toBe('abc')
    expect(asked).toEqual(['/engine/a.wasm', '/engine/b.task'])
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted())
  })

  it('hands out the program as it comes, and anew where it is asked for again', async () => {
    const programs: Promise<string>[] = []
    const loading = loadEngine({
      files: [FILE, { ...FILE, url: '/engine/b.task' }],
      onProgress: () => {},
      onProgram: (body) => programs.push(new Response(body).text()),
      fetch: async (url, init) =>
        answering(init?.cache === 'reload' || url !== FILE.url ? 'abc' : 'abd')(url, init),
    })
    const files = await whole(loading)
    expect(await Promise.all(programs)).toEqual(['abd', 'abc'])
    expect([...files.keys()]).toEqual([FILE.url, '/engine/b.task'])
  })

  it('asks for the model once the program has nearly come, and for it alone where that fails', async () => {
    const program = Promise.withResolvers<Response>()
    const asked: string[] = []
    const files = loadEngine({
      files: [{ ...FILE, url: '/engine/b.task' }, FILE, { ...FILE, url: '/engine/c.js' }],
      onProgress: () => {},
      fetch: async (url) => {
        asked.push(String(url))
        return url === FILE.url ? program.promise : answering('abc')('')
      },
    })
    await files.get('/engine/c.js')
    expect(asked).toEqual([FILE.url, '/engine/c.js'])
    program.reject(new TypeError('offline'))
    await expect(files.get(FILE.url)).rejects.toThrow('offline')
    expect(await files.get('/engine/b.task')).toBeDefined()
  })

  it.each([
    ['other bytes', 'abd', 200],
    ['too few', 'ab', 200],
    ['too many', 'abcd', 200],
    ['an error page', 'abc', 404],
  ])('refuses %s', async (_, text, status) => {
    await expect(load(answering(text, status)).loading).rejects.toThrow(EngineFileError)
  })

  it('asks once more, past the browser’s cache, for what is not as it should be', async () => {
    const { loading, shares } = load(async (url, init) =>
      answering(init?.cache === 'reload' ? 'abc' : 'abd')(url, init),
    )
    expect([...(await loading).keys()]).toEqual([FILE.url])
    expect(shares).toEqual(shares.toSorted())
    expect(shares.at(-1)).toBe(1)
  })
})
