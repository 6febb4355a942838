import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toFrameMessage } from '@visavis/shared/embed-protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OUTCOMES, type Outcome } from './outcomes.ts'
import { type FakeVisavis, startFakeVisavis } from './start-fake-visavis.ts'
import { verifyWebhook } from './verify-webhook.ts'

let fake: FakeVisavis
beforeAll(async () => {
  fake = await startFakeVisavis()
})
afterAll(() => fake.close())

const call = async (path: string, body?: object, apiKey = fake.apiKey) => {
  const answer = await fetch(fake.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: await answer.json() }
}

const start = async () => {
  const applicant = await call('/applicants', { external_applicant_name: 'Ada' })
  const { body } = await call('/face-authentications', {
    applicant_id: applicant.body.id,
    user_journey_id: fake.userJourneyId,
  })
  const attempt = await call(`/face-authentications/${body.id}/attempts`, {
    redirect_url: 'https://shop.example/back?cart=7',
  })
  return { id: body.id as string, verificationUrl: attempt.body._links.verification_url.href as string }
}

describe('startFakeVisavis', () => {
  it.each(Object.keys(OUTCOMES) as Outcome[])('%s, as scripted', async (outcome) => {
    fake.script(outcome)
    const { id, verificationUrl } = await start()
    const back = new URL(await fake.finish(verificationUrl))
    const { status, response_codes } = (await call(`/face-authentications/${id}`)).body
    const expected = OUTCOMES[outcome]
    expect(status).toBe(expected.authentication)
    expect(response_codes.map(({ code }: { code: number }) => code)).toEqual(expected.codes)
    expect(back.searchParams.get('cart')).toBe('7')
    expect(back.searchParams.get('id')).toBe(id)
    // As with the real one, the way back tells approved and declined apart from nothing.
    expect(back.href).not.toMatch(/approved|declined/)
  })

  it('says in a frame what the protocol has', async () => {
    fake.script('approved')
    const { verificationUrl } = await start()
    const token = new URL(verificationUrl).hash.slice(1)
    const answer = await fetch(`${fake.url}/fake/finish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
    const { events } = (await answer.json()) as { events: object[] }
    for (const event of events) expect(toFrameMessage({ ...event, visavis: 1 })).toEqual(event)
    expect(events.at(-1)).toMatchObject({ type: 'capture.completed' })
  })

  it('approves without a script, and once', async () => {
    const { id, verificationUrl } = await start()
    await fake.finish(verificationUrl)
    expect((await call(`/face-authentications/${id}`)).body.status).toBe('approved')
    await expect(fake.finish(verificationUrl)).rejects.toThrow()
    const again = await call(`/face-authentications/${id}/attempts`, { redirect_url: 'https://shop.example' })
    expect(again).toMatchObject({ status: 409 })
  })

  it('refuses what the real one refuses, in its words', async () => {
    expect(await call('/applicants', {}, 'wrong')).toMatchObject({ status: 401 })
    expect(await call('/applicants', { email: 'none' })).toMatchObject({
      status: 422,
      body: { error_codes: ['email__invalid_format'] },
    })
    expect(await call(`/face-authentications/fav_${'a'.repeat(26)}`)).toMatchObject({ status: 404 })
  })

  it('tells the endpoints what happens, in its order, with their own signature', async () => {
    const heard: string[] = []
    const receiver = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString()
      heard.push(verifyWebhook({ secret: endpoint.body.secret, headers: request.headers, body }).type)
      expect(request.headers.authorization).toBe('Basic eA')
      response.end()
    })
    await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
    const endpoint = await call('/webhook-endpoints', { url, authorization: 'Basic eA' })
    const gone = await call('/webhook-endpoints', { url: 'http://127.0.0.1:9', active: true })
    expect(gone.status).toBe(201)
    const { verificationUrl } = await start()
    await fake.finish(verificationUrl)
    receiver.close()
    expect(heard.map((type) => type.replace('face_authentication_', ''))).toEqual([
      'created',
      'opened',
      'started',
      'capture_completed',
      'checks_completed',
    ])
  })

  it('refuses the pictures it is told to, in a form too', async () => {
    const { body: applicant } = await call('/applicants', {})
    const form = new FormData()
    form.set('image', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]), 'me.jpg')
    const upload = async () => {
      const headers = { authorization: `Bearer ${fake.apiKey}` }
      const address = `${fake.url}/applicants/${applicant.id}/faces`
      const answer = await fetch(address, { method: 'POST', headers, body: form })
      return { status: answer.status, body: await answer.json() }
    }
    fake.refuse('no_face')
    expect(await upload()).toMatchObject({ status: 422, body: { error_codes: ['image__no_face'] } })
    expect(await upload()).toMatchObject({ status: 201, body: { status: 'ACTIVE', source: 'upload' } })
  })
})
