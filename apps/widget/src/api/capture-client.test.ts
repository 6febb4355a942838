import type { QualityVector } from '@visavis/face-quality/quality-vector'
import { describe, expect, it, vi } from 'vitest'
import { FakeXhr } from '../testing/FakeXhr.ts'
import { CaptureApiError } from './capture-api-error.ts'
import { createCaptureClient } from './capture-client.ts'

const SESSION = {
  attempt_id: 'fatp_x',
  link: 'open',
  next: { next: 'capture' },
  partner_name: 'Harbour Bank',
  consent_given: false,
  locale: null,
  max_image_bytes: 5,
  theme: {},
  copy: {},
  photo_upload: 'fallback',
  alternative_url: null,
  engine: { files: [] },
}
const DONE = { next: 'done', redirect_url: 'https://partner.example/back' }
const { signal } = new AbortController()

const withAnswer = (status: number, body: unknown) => {
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  )
  return { fetch, client: createCaptureClient({ token: 'TOKEN', surface: 'redirect', fetch }) }
}

const errorOf = async (call: Promise<unknown>) => {
  const error = await call.catch((cause: unknown) => cause)
  if (!(error instanceof CaptureApiError)) throw new Error('expected a CaptureApiError', { cause: error })
  return { code: error.code, retryable: error.retryable, requestId: error.requestId }
}

const apiError = (code: string, retryable = false) => ({
  code,
  message: 'words',
  requestId: 'req_1',
  retryable,
})

describe('createCaptureClient', () => {
  it('reads the session with the token of the link', async () => {
    const { fetch, client } = withAnswer(200, SESSION)
    expect(await client.openSession(signal)).toEqual(SESSION)
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('/capture/session')
    expect(init?.headers).toEqual({ Authorization: 'Bearer TOKEN', 'Capture-Surface': 'redirect' })
  })

  it.each([
    ['giveConsent', '/capture/consent', '{"language":"pt-BR"}', undefined],
    // The frame may be gone before the answer is there.
    ['refuse', '/capture/refuse', undefined, true],
    ['abort', '/capture/abort', '{"reason":"left"}', true],
  ] as const)('%s posts', async (method, path, body, keepalive) => {
    vi.stubGlobal('document', { documentElement: { lang: 'pt-BR' } })
    const { fetch, client } = withAnswer(200, DONE)
    const answer = method === 'abort' ? client.abort('left', signal) : client[method](signal)
    expect(await answer).toEqual(DONE)
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe(path)
    expect(init).toMatchObject({ method: 'POST' })
    expect(init?.keepalive).toBe(keepalive)
    expect(init?.body).toBe(body)
  })

  it.each([{ next: 'capture' }, { next: 'wait' }, { next: 'retry', reasons: ['face_blurry'] }, DONE])(
    'understands %o',
    async (next) => {
      expect(await withAnswer(200, next).client.readNext(signal)).toEqual(next)
    },
  )

  it.each([[{ next: 'dance' }], [{ next: 'retry', reasons: [] }], [{}], [null], ['<html>'], ['']])(
    'does not act on %j',
    async (body) => {
      expect(await errorOf(withAnswer(200, body).client.readNext(signal))).toMatchObject({
        code: 'UNEXPECTED_ANSWER',
      })
    },
  )

  it.each([
    [{ ...SESSION, link: 'stale' }],
    [{ ...SESSION, engine: undefined }],
    [{ ...SESSION, next: { next: 'dance' } }],
    [{ ...SESSION, partner_name: 7 }],
    [{ ...SESSION, max_image_bytes: '5' }],
  ])('does not take %o for a session', async (body) => {
    expect(await errorOf(withAnswer(200, body).client.openSession(signal))).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
    })
  })

  it.each([
    [401, apiError('CAPTURE_TOKEN_INVALID'), 'CAPTURE_TOKEN_INVALID', false],
    [409, apiError('REFERENCE_MISSING'), 'REFERENCE_MISSING', false],
    [503, apiError('PROVIDER_UNAVAILABLE', true), 'PROVIDER_UNAVAILABLE', true],
    [502, '<html>Bad gateway</html>', 'UNEXPECTED_ANSWER', true],
    [429, '', 'UNEXPECTED_ANSWER', true],
    [404, 'nothing here', 'UNEXPECTED_ANSWER', false],
    [413, '<html>Too large</html>', 'IMAGE_TOO_LARGE', false],
  ])('%i %j: %s', async (status, body, code, retryable) => {
    expect(await errorOf(withAnswer(status, body).client.readNext(signal))).toMatchObject({ code, retryable })
  })

  it('keeps the request id for support', async () => {
    const { client } = withAnswer(500, apiError('INTERNAL_ERROR', true))
    expect((await errorOf(client.readNext(signal))).requestId).toBe('req_1')
  })

  it('no connection', async () => {
    const client = createCaptureClient({
      surface: 'redirect',
      token: 'T',
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    expect(await errorOf(client.readNext(signal))).toMatchObject({ code: 'NETWORK', retryable: true })
  })

  it('stops asking when the flow went on', async () => {
    const controller = new AbortController()
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    const call = errorOf(
      createCaptureClient({ token: 'T', surface: 'redirect', fetch }).readNext(controller.signal),
    )
    controller.abort()
    expect(await call).toMatchObject({ code: 'NETWORK' })
  })
})

describe('sendPicture', () => {
  const start = (abort = new AbortController(), quality: QualityVector | null = null, step?: string) => {
    const xhr = new FakeXhr()
    const shares: number[] = []
    const client = createCaptureClient({
      token: 'TOKEN',
      surface: 'redirect',
      createXhr: () => xhr as unknown as XMLHttpRequest,
    })
    const picture = new Blob(['jpeg'], { type: 'image/jpeg' })
    const answer = client.sendPicture(picture, {
      signal: abort.signal,
      quality,
      source: 'camera',
      step,
      onProgress: (s) => shares.push(s),
    })
    return { xhr, shares, answer, picture, abort }
  }
  /** With the code for it there and the bytes on their way. */
  const send = async () => {
    const started = start()
    await vi.waitFor(() => expect(started.xhr.sent.body).toBe(started.picture))
    return started
  }

  it('puts the bytes as they are and tells how far it is', async () => {
    const { xhr, shares, answer, picture } = await send()
    xhr.progress(1, 4)
    xhr.progress(4, 4)
    xhr.finish(200, JSON.stringify(DONE))
    expect(await answer).toEqual(DONE)
    expect(shares).toEqual([0.25, 1])
    expect(xhr.sent).toEqual({
      method: 'PUT',
      url: '/capture/selfie',
      body: picture,
      headers: { Authorization: 'Bearer TOKEN', 'Content-Type': 'image/jpeg', 'Capture-Source': 'camera' },
    })
  })

  it('names the step in whose place it comes', async () => {
    const { xhr, picture } = start(undefined, null, 'chl_1/2')
    await vi.waitFor(() => expect(xhr.sent.body).toBe(picture))
    expect(xhr.sent.headers).toMatchObject({ 'Capture-Unturned': 'chl_1/2' })
  })

  it('tells what was measured on the picture', async () => {
    const { xhr, picture } = start(undefined, { x49: 88, x52: 92 })
    await vi.waitFor(() => expect(xhr.sent.body).toBe(picture))
    expect(xhr.sent.headers).toMatchObject({ 'Capture-Quality': 'x49=88, x52=92' })
  })

  it.each([
    [413, 'IMAGE_TOO_LARGE'],
    [415, 'IMAGE_TYPE_UNSUPPORTED'],
    [503, 'PROVIDER_UNAVAILABLE'],
  ])('%i: %s', async (status, code) => {
    const { xhr, answer } = await send()
    xhr.finish(status, JSON.stringify(apiError(code)))
    expect(await errorOf(answer)).toMatchObject({ code })
  })

  it.each(['onerror', 'ontimeout'] as const)('%s: no connection', async (event) => {
    const { xhr, answer } = await send()
    xhr[event]?.()
    expect(await errorOf(answer)).toMatchObject({ code: 'NETWORK', retryable: true })
  })

  it('does not begin when the flow went on before', async () => {
    const { answer, abort, xhr } = start()
    abort.abort()
    expect(await errorOf(answer)).toMatchObject({ code: 'NETWORK' })
    expect(xhr.sent.body).toBeNull()
  })

  it('stops the upload when the flow went on', async () => {
    const { answer, abort } = await send()
    abort.abort()
    expect(await errorOf(answer)).toMatchObject({ code: 'NETWORK' })
  })
})
