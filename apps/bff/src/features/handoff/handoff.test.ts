import { HANDOFF_CODE_LIFETIME_S } from '@visavis/shared/handoff-api'
import { describe, expect, it, vi } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { createPhoneClient } from '../../testing/phone-client.ts'
import { PUBLIC_URL } from '../../testing/test-app.ts'
import { createHandoffStreams } from './watch-handoff.ts'

const CHROME = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36',
}

const { test, partner } = await openTestApp()

/** An open link on a desktop, offered to a phone. */
const start = async () => {
  const attempt = await partner.startAttempt()
  const desktop = createBrowserClient(test, attempt.token)
  await desktop.session()
  const started = await desktop.request('POST', 'handoff', { headers: CHROME })
  const read = async () => (await partner.get(`/face-authentications/${attempt.authenticationId}`)).body
  return { ...attempt, desktop, handoff: started.body, read }
}

const phone = createPhoneClient(test)

const connect = async () => {
  const given = await start()
  const { body } = await phone.confirm(given.handoff.qr.url, given.handoff.number)
  const link: string = body.verification_url
  return { ...given, link, taken: createBrowserClient(test, new URL(link).hash.slice(1)) }
}

const wrong = (number: string) => String(10 + ((Number(number) - 9) % 90))

it('offers a code, a number and digits, and says where it was started', async () => {
  const { handoff, desktop } = await start()
  expect(handoff).toMatchObject({
    state: 'waiting',
    number: expect.stringMatching(/^\d{2}$/),
    digits: expect.stringMatching(/^\d{8}$/),
    digits_url: `${PUBLIC_URL}/code`,
    next: { next: 'capture' },
  })
  expect(handoff.qr.url).toMatch(new RegExp(`^${PUBLIC_URL}/handoff#hnd_[a-z2-7]{26}\\.[\\w-]{22}$`))
  expect(handoff.qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
  expect(await phone.open(handoff.qr.url)).toMatchObject({
    status: 200,
    body: {
      purpose: 'authentication',
      partner_name: 'Test & Co',
      source: { browser: 'Chrome', system: 'Windows' },
    },
  })
  expect((await desktop.session()).body).toMatchObject({ handoff: true, handed_over: false })
})

it('serves the page that the code leads to', async () => {
  const page = await test.app.request('/handoff')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

it('gives the link to whoever types the number; the first device follows to the end', async () => {
  const { desktop, taken, read, authenticationId } = await connect()
  expect((await desktop.session()).status).toBe(401)
  expect((await desktop.upload()).status).toBe(401)
  expect((await desktop.request('GET', 'handoff')).body).toEqual({
    state: 'connected',
    next: { next: 'capture' },
  })
  expect((await taken.session()).body).toMatchObject({ link: 'open', handed_over: true, handoff: false })
  await taken.consent()
  await taken.upload()
  expect((await desktop.request('GET', 'handoff')).body).toEqual({
    state: 'connected',
    next: {
      next: 'done',
      redirect_url: `https://partner.example/back?cart=7&id=${authenticationId}&event=face_authentication_capture_completed`,
    },
  })
  expect((await read()).status).toBe('approved')
})

it('works for an enrolment too', async () => {
  const applicantId = await partner.createApplicant()
  const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
    redirect_url: 'https://partner.example/',
  })
  const desktop = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  await desktop.session()
  const { qr, number } = (await desktop.post('handoff')).body
  expect((await phone.open(qr.url)).body.purpose).toBe('enrolment')
  const { verification_url } = (await phone.confirm(qr.url, number)).body
  const taken = createBrowserClient(test, new URL(verification_url).hash.slice(1))
  await taken.session()
  await taken.consent()
  expect((await taken.upload()).body.next).toBe('done')
})

describe('the code', () => {
  it('turns, and an old one opens nothing', async () => {
    const { handoff, desktop } = await start()
    test.clock.skewMs += HANDOFF_CODE_LIFETIME_S * 1000
    const turned = (await desktop.request('GET', 'handoff')).body
    expect(turned.qr.url).not.toBe(handoff.qr.url)
    expect(turned.number).toBe(handoff.number)
    expect((await phone.open(handoff.qr.url)).status).toBe(200)
    test.clock.skewMs += 2 * HANDOFF_CODE_LIFETIME_S * 1000
    expect(await phone.open(handoff.qr.url)).toMatchObject({ status: 404, body: { code: 'HANDOFF_INVALID' } })
    expect((await phone.open((await desktop.request('GET', 'handoff')).body.qr.url)).status).toBe(200)
  })

  it('of another hand-off opens nothing', async () => {
    const [mine, other] = [await start(), await start()]
    const [id] = new URL(mine.handoff.qr.url).hash.slice(1).split('.')
    const [, code] = new URL(other.handoff.qr.url).hash.slice(1).split('.')
    expect((await phone.open(`${PUBLIC_URL}/handoff#${id}.${code}`)).status).toBe(404)
  })

  it('changes nothing by being opened, however often', async () => {
    const { handoff, desktop } = await start()
    for (const _ of [1, 2, 3]) expect((await phone.open(handoff.qr.url)).status).toBe(200)
    expect((await desktop.request('GET', 'handoff')).body.state).toBe('waiting')
    expect((await desktop.session()).status).toBe(200)
  })

  it('is another one after a new start', async () => {
    const { handoff, desktop } = await start()
    const again = (await desktop.post('handoff')).body
    expect((await phone.open(handoff.qr.url)).status).toBe(404)
    expect((await phone.open(again.qr.url)).status).toBe(200)
  })

  it('can be reached by the digits too', async () => {
    const { handoff } = await start()
    const answer = await test.app.request('/code', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_URL },
      body: new URLSearchParams({ code: handoff.digits }).toString(),
    })
    expect(answer.status).toBe(303)
    const url = answer.headers.get('location') ?? ''
    expect((await phone.confirm(url, handoff.number)).status).toBe(200)
  })
})

describe('the number', () => {
  it('may be wrong once', async () => {
    const { handoff } = await start()
    expect(await phone.confirm(handoff.qr.url, wrong(handoff.number))).toMatchObject({
      status: 422,
      body: { code: 'HANDOFF_NUMBER_WRONG', retryable: true },
    })
    expect((await phone.confirm(handoff.qr.url, handoff.number)).status).toBe(200)
  })

  it('wrong twice ends it, and the link stays where it was', async () => {
    const { handoff, desktop } = await start()
    await phone.confirm(handoff.qr.url, wrong(handoff.number))
    const { claim } = (await phone.open(handoff.qr.url)).body
    const confirm = (number: string) => phone.confirmClaim(handoff.qr.url, claim, number)
    expect((await confirm(wrong(handoff.number))).body.code).toBe('HANDOFF_INVALID')
    expect((await confirm(handoff.number)).body.code).toBe('HANDOFF_INVALID')
    expect((await desktop.request('GET', 'handoff')).body.state).toBe('cancelled')
    expect((await desktop.session()).body.link).toBe('open')
  })

  it('counts once, of two that come together', async () => {
    const { handoff } = await start()
    const { claim } = (await phone.open(handoff.qr.url)).body
    const both = [1, 2].map(() => phone.confirmClaim(handoff.qr.url, claim, handoff.number))
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it.each(['', '1', '123', 'ab'])('%j is none', async (number) => {
    const { handoff } = await start()
    expect((await phone.confirm(handoff.qr.url, number)).status).toBe(422)
  })

  it('needs a claim of that hand-off that has not run out', async () => {
    const [mine, other] = [await start(), await start()]
    const foreign = (await phone.open(other.handoff.qr.url)).body.claim
    const own = (await phone.open(mine.handoff.qr.url)).body.claim
    const { url } = mine.handoff.qr
    for (const claim of ['', 'x', foreign, `9${own}`, own.slice(0, -1)]) {
      expect((await phone.confirmClaim(url, claim, mine.handoff.number)).status).toBe(404)
    }
    test.clock.skewMs += 300_000
    expect((await phone.confirmClaim(url, own, mine.handoff.number)).status).toBe(404)
  })
})

describe('who gave the link away', () => {
  it('can take it back', async () => {
    const { desktop, taken } = await connect()
    expect((await desktop.post('handoff/cancel')).body).toEqual({
      state: 'cancelled',
      next: { next: 'capture' },
    })
    expect((await taken.session()).status).toBe(401)
    expect((await desktop.session()).body).toMatchObject({ link: 'open', handoff: true, handed_over: false })
    expect((await desktop.post('handoff')).status).toBe(201)
  })

  it('can change its mind before', async () => {
    const { handoff, desktop } = await start()
    await desktop.post('handoff/cancel')
    expect((await phone.open(handoff.qr.url)).status).toBe(404)
    expect((await desktop.session()).status).toBe(200)
  })

  it('is the only one that follows: the other device has nothing to take back', async () => {
    const { taken, desktop } = await connect()
    expect((await taken.request('GET', 'handoff')).status).toBe(404)
    expect((await taken.post('handoff/cancel')).status).toBe(404)
    expect((await taken.post('handoff')).body.code).toBe('HANDOFF_UNAVAILABLE')
    expect((await desktop.request('GET', 'handoff')).body.state).toBe('connected')
  })

  it('hears of it as it happens', async () => {
    const { handoff, desktop, attemptId, token } = await start()
    expect(attemptId).toMatch(/^fatp_/)
    const answer = await test.app.request('/capture/handoff/events', {
      headers: { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(answer.headers.get('x-accel-buffering')).toBe('no')
    const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
    const nextEvent = async () => {
      const { value = '' } = await reader.read()
      return JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? 'null')
    }
    expect((await nextEvent()).state).toBe('waiting')
    await phone.confirm(handoff.qr.url, handoff.number)
    expect((await nextEvent()).state).toBe('connected')
    await desktop.post('handoff/cancel')
    expect((await nextEvent()).state).toBe('cancelled')
    expect((await reader.read()).done).toBe(true)
  })
})

it('110 streams of one link: four stay', async () => {
  const { token } = await start()
  const open = () =>
    test.app.request('/capture/handoff/events', {
      headers: { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' },
    })
  const answers = await Promise.all(Array.from({ length: 110 }, open))
  const followed = answers.filter(({ status }) => status === 200)
  expect(followed).toHaveLength(4)
  const refused = answers.find(({ status }) => status !== 200)
  expect(refused?.status).toBe(429)
  expect(refused?.headers.get('retry-after')).not.toBeNull()
  await createBrowserClient(test, token).post('handoff/cancel')
  await Promise.all(followed.map((answer) => answer.text()))
  const again = await open()
  expect(again.status).toBe(200)
  await again.text()
})

it('streams of one link look together', async () => {
  const { handoff } = await start()
  const look = vi.fn(async () => handoff)
  const streams = createHandoffStreams()
  const leave = [streams.enter('a'), streams.enter('a')]
  await Promise.all([1, 2, 3].map(() => streams.look('a', 60_000, look)))
  expect(look).toHaveBeenCalledTimes(1)
  await streams.look('a', 0, look)
  expect(look).toHaveBeenCalledTimes(2)
  for (const each of leave) each()
  streams.enter('a')
  await streams.look('a', 60_000, look)
  expect(look).toHaveBeenCalledTimes(3)
})

it('a stream whose link is forgotten meanwhile ends, and nothing is written past the log', async () => {
  const { token } = await start()
  const console = vi.spyOn(globalThis.console, 'error')
  const answer = await test.app.request('/capture/handoff/events', {
    headers: { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' },
  })
  await test.deps.database.handoffs.deleteExpired(new Date(test.deps.now().getTime() + 86_400_000))
  expect((await answer.text()).match(/^data: /gm)).toHaveLength(1)
  expect(console).not.toHaveBeenCalled()
  console.mockRestore()
})

describe('not offered', () => {
  it('by a journey that says no', async () => {
    const { userJourneyId } = test.partner
    await partner.patch(`/user-journeys/${userJourneyId}`, { handoff: false })
    try {
      const attempt = await partner.startAttempt()
      const desktop = createBrowserClient(test, attempt.token)
      expect((await desktop.session()).body.handoff).toBe(false)
      expect((await desktop.post('handoff')).body.code).toBe('HANDOFF_UNAVAILABLE')
    } finally {
      await partner.patch(`/user-journeys/${userJourneyId}`, { handoff: true })
    }
  })

  it('for a link that is over, and an offer does not outlive it', async () => {
    const { handoff, desktop } = await start()
    const { claim } = (await phone.open(handoff.qr.url)).body
    await desktop.abort('left')
    expect((await desktop.post('handoff')).body.code).toBe('ATTEMPT_CLOSED')
    expect((await phone.open(handoff.qr.url)).status).toBe(404)
    expect((await phone.confirmClaim(handoff.qr.url, claim, handoff.number)).status).toBe(404)
    expect((await desktop.request('GET', 'handoff')).body.next.next).toBe('done')
  })

  it('to nobody without a token, nor to another site', async () => {
    const { token } = await start()
    const ask = (headers: Record<string, string>) => test.app.request('/capture/handoff', { headers })
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: 'Bearer x' })).status).toBe(401)
    expect((await ask({ authorization: `Bearer ${token}`, origin: 'https://evil.example' })).status).toBe(403)
  })
})

it('is forgotten with its link', async () => {
  const { handoff } = await start()
  const [id = ''] = new URL(handoff.qr.url).hash.slice(1).split('.')
  expect(await test.deps.database.handoffs.find(id)).toBeDefined()
  await test.deps.database.handoffs.deleteExpired(new Date(test.deps.now().getTime() + 86_400_000))
  expect(await test.deps.database.handoffs.find(id)).toBeUndefined()
})

it('leaves no code, number, digits or token in the log', async () => {
  const { handoff, token, link } = await connect()
  const [, code = ''] = new URL(handoff.qr.url).hash.split('.')
  for (const secret of [code, handoff.digits, token, new URL(link).hash.slice(1)]) {
    expect(test.log.text).not.toContain(secret)
  }
})
