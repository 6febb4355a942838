import { describe, expect, it, vi } from 'vitest'
import { createChallengeClient } from './challenge-client.ts'

const STEP = { n: 1, side: 'left', after_ms: 400 }
const EXPIRES = { expires_at: '2026-01-01T00:00:00.000Z' }
const CHALLENGE = { id: 'chl_1', step: STEP, steps: 2, ...EXPIRES }
const TURN = { next: 'turn', step: { ...STEP, n: 2 }, ...EXPIRES }
const { signal } = new AbortController()

const withAnswer = (status: number, body: unknown) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(JSON.stringify(body), { status }))
  const asked = () => {
    const [url, init] = fetch.mock.calls[0] ?? []
    return { url, method: init?.method, headers: init?.headers, body: init?.body }
  }
  return { asked, client: createChallengeClient({ token: 'TOKEN', fetch }) }
}
const turn = {
  frames: [1, 2].map((n) => new Blob([`jpeg ${n}`], { type: 'image/jpeg' })),
  offsets: [420, 530],
}

describe('createChallengeClient', () => {
  it('begins a challenge', async () => {
    const { asked, client } = withAnswer(201, CHALLENGE)
    expect(await client.beginChallenge(signal)).toEqual(CHALLENGE)
    expect(asked()).toMatchObject({
      url: '/capture/challenge',
      method: 'POST',
      headers: { Authorization: 'Bearer TOKEN' },
    })
  })

  it.each([TURN, { next: 'capture' }])('sends the frames of a turn with their times: %o', async (answer) => {
    const { asked, client } = withAnswer(200, answer)
    expect(await client.sendTurn('chl_1', 1, turn, signal)).toEqual(answer)
    const { url, method, body } = asked()
    expect({ url, method }).toEqual({ url: '/capture/challenge/chl_1/steps/1', method: 'PUT' })
    if (!(body instanceof FormData)) throw new Error('expected a form')
    const frames = body.getAll('frames') as File[]
    expect(await Promise.all(frames.map((frame) => frame.text()))).toEqual(['jpeg 1', 'jpeg 2'])
    expect(frames.map(({ type }) => type)).toEqual(['image/jpeg', 'image/jpeg'])
    expect(body.get('offsets')).toBe('[420,530]')
  })

  it('sends a video as it is', async () => {
    const { asked, client } = withAnswer(200, null)
    const video = new Blob(['film'], { type: 'video/webm;codecs=vp8' })
    await client.sendVideo('chl_1', video, signal)
    expect(asked()).toMatchObject({ url: '/capture/challenge/chl_1/video', method: 'PUT', body: video })
    expect(new Headers(asked().headers).get('content-type')).toBe('video/webm;codecs=vp8')
  })

  it('asks for more time', async () => {
    const { asked, client } = withAnswer(200, EXPIRES)
    expect(await client.extendChallenge('chl_1', signal)).toEqual(EXPIRES)
    expect(asked()).toMatchObject({ url: '/capture/challenge/chl_1/extension', method: 'POST' })
  })

  it.each([
    [{ ...CHALLENGE, step: { ...STEP, side: 'up' } }],
    [{ ...CHALLENGE, id: undefined }],
    [{ ...CHALLENGE, expires_at: 7 }],
    [null],
  ])('does not take %o for a challenge', async (body) => {
    await expect(withAnswer(200, body).client.beginChallenge(signal)).rejects.toMatchObject({
      code: 'UNEXPECTED_ANSWER',
    })
  })

  it.each([[{ next: 'turn' }], [{ ...TURN, step: {} }], [{ next: 'done' }], [[]]])(
    'does not take %o for the answer to a turn',
    async (body) => {
      await expect(withAnswer(200, body).client.sendTurn('c', 1, turn, signal)).rejects.toMatchObject({
        code: 'UNEXPECTED_ANSWER',
      })
    },
  )

  it('tells of one that is over', async () => {
    const body = { code: 'CHALLENGE_OVER', message: 'words', requestId: 'req_1', retryable: false }
    await expect(withAnswer(409, body).client.sendTurn('c', 2, turn, signal)).rejects.toMatchObject({
      code: 'CHALLENGE_OVER',
    })
  })
})

it('proves with every call that it comes from the browser that has the link, the video too', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(JSON.stringify(TURN)))
  const signed: unknown[] = []
  const client = createChallengeClient({
    token: 'TOKEN',
    fetch,
    sign: (method, path, send) => {
      signed.push([method, path])
      return send({ DPoP: 'PROOF' })
    },
  })
  await client.sendTurn('chl_1', 1, turn, signal)
  await client.sendVideo('chl_1', new Blob(['film'], { type: 'video/webm' }), signal)
  expect(signed).toEqual([
    ['PUT', '/capture/challenge/chl_1/steps/1'],
    ['PUT', '/capture/challenge/chl_1/video'],
  ])
  for (const [, init] of fetch.mock.calls) expect(init?.headers).toMatchObject({ DPoP: 'PROOF' })
})
