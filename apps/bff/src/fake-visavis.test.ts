/** The fake server of `@visavis/testing` beside the real one: one partner's code, the same answers. */
import { type FakeVisavis, startFakeVisavis } from '@visavis/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkAnswer } from './testing/check-answer.ts'
import { createBrowserClient } from './testing/clients.ts'
import { type Ending, type Heard, playPartner, type Stage } from './testing/partner-story.ts'
import { createScriptedLiveness } from './testing/scripted-liveness.ts'
import { APPROVED, DECLINED } from './testing/scripted-provider.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'

let real: TestApp
let fake: FakeVisavis
beforeAll(async () => {
  real = await createTestApp({ liveness: createScriptedLiveness() })
  real.provider.capabilities = { ...real.provider.capabilities, defaultLiveness: 'active' }
  fake = await startFakeVisavis()
})
afterAll(async () => {
  await fake.close()
  await real.close()
})

const createAsk =
  (
    request: (path: string, init: RequestInit) => Response | Promise<Response>,
    apiKey: string,
  ): Stage['ask'] =>
  async (method, path, body, headers) => {
    const response = await request(path, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { status } = response
    const text = await response.text()
    checkAnswer({ method, path, status, contentType: response.headers.get('content-type'), text })
    return { status, body: text === '' ? null : JSON.parse(text) }
  }

const finishReal = async (verificationUrl: string, ending: Ending): Promise<string> => {
  const browser = createBrowserClient(real, new URL(verificationUrl).hash.slice(1))
  real.provider.script(ending === 'declined' ? DECLINED : APPROVED)
  await browser.session()
  if (ending === 'aborted') return (await browser.abort('left')).body.redirect_url
  if (ending === 'refused') return (await browser.refuse()).body.redirect_url
  await browser.consent()
  return (await browser.upload()).body.redirect_url
}

/** What is new each time, by the order in which it came up. */
const normalise = (heard: Heard[], base: string): Heard[] => {
  const names = new Map<string, string>()
  const toName = (id: string, kind: string) => {
    if (!names.has(id)) names.set(id, `${kind}_${names.size}`)
    return names.get(id) ?? ''
  }
  const text = JSON.stringify(heard, (key, value) => {
    // An address the fake does not have, and one of the browser that it has not seen.
    if (key === 'image_signed_url' || (key === 'asset_url' && value)) return '<signed>'
    if (key === 'request_id' || key === 'secret') return `<${key}>`
    return key === 'applicant_session_information' ? undefined : value
  })
    .replaceAll(base, '<base>')
    .replace(/\b([a-z]+)_[a-z2-7]{26}\b/g, toName)
    .replace(/cursor=\w+/g, 'cursor=<cursor>')
    .replace(/#[\w-]{43}"/g, '#<token>"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
  return JSON.parse(text)
}

it('answers a partner as the real server does', async () => {
  const onReal = await playPartner({
    ask: createAsk((path, init) => real.app.request(path, init), real.partner.apiKey),
    finish: finishReal,
    userJourneyId: real.partner.userJourneyId,
  })
  const onFake = await playPartner({
    ask: createAsk((path, init) => fetch(fake.url + path, init), fake.apiKey),
    finish: (verificationUrl, ending) => {
      fake.script(ending)
      return fake.finish(verificationUrl)
    },
    userJourneyId: fake.userJourneyId,
  })
  const [expected, actual] = [normalise(onReal, 'http://localhost:8787'), normalise(onFake, fake.url)]
  expect(expected.length).toBeGreaterThan(80)
  for (const [index, answer] of expected.entries()) expect(actual[index], answer.step).toEqual(answer)
  expect(actual).toHaveLength(expected.length)
})
