import { randomUUID } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { createDatabase } from '../../composition/create-database.ts'
import { hasPostgres, type RunningPostgres, startPostgres } from '../../storage/testing/start-postgres.ts'
import { createTestApp, fakeJpeg, type TestApp } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

/** The same app on another database. */
const moveTo = async (test: TestApp, url: string): Promise<TestApp> => {
  const database = await createDatabase({ kind: 'postgres', url })
  const deps = { ...test.deps, database }
  const close = async () => {
    await database.close()
    await test.close()
  }
  const partner = await setUpTenant(database, { name: 'Test & Co', provider: 'embedded' }, new Date())
  return { ...test, deps, partner, app: createApp(deps), close }
}

const ENGINES = ['pglite', ...(hasPostgres() || process.env.CI ? ['postgres'] : [])] as const

describe.each(ENGINES)('Idempotency-Key on %s', (engine) => {
  let test: TestApp
  let postgres: RunningPostgres | undefined
  beforeAll(async () => {
    postgres = engine === 'postgres' ? await startPostgres() : undefined
    test = await createTestApp()
    if (postgres) test = await moveTo(test, postgres.url)
  })
  afterAll(async () => {
    await test.close()
    await postgres?.stop()
  })
  beforeEach(() => {
    test.clock.skewMs = 0
    test.provider.duringEnrol = async () => {}
  })

  const post = async (
    path: string,
    key: string | undefined,
    body: string | Uint8Array<ArrayBuffer>,
    { apiKey = test.partner.apiKey, type = 'application/json' as string | null } = {},
  ) => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      ...(type ? { 'content-type': type } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const response = await test.app.request(path, { method: 'POST', headers, body })
    return {
      status: response.status,
      isReplayed: response.headers.get('idempotent-replayed') === 'true',
      type: response.headers.get('content-type'),
      requestId: response.headers.get('cko-request-id'),
      text: await response.text(),
    }
  }
  const errorCodes = ({ text }: { text: string }) => JSON.parse(text).error_codes

  it('answers the same request with the same bytes, and creates one object', async () => {
    const key = randomUUID()
    const first = await post('/applicants', key, '{"email":"a@b.example"}')
    const second = await post('/applicants', key, '{"email":"a@b.example"}')
    expect(first).toMatchObject({ status: 201, isReplayed: false })
    expect(second).toEqual({ ...first, isReplayed: true, requestId: second.requestId })
    expect(second.requestId).not.toBe(first.requestId)
    const third = await post('/applicants', `"${key}"`, '{"email":"a@b.example"}')
    expect(third.text).toBe(first.text)
    const without = await post('/applicants', undefined, '{"email":"a@b.example"}')
    expect(without.text).not.toBe(first.text)
  })

  it('refuses another body, another path and takes another key', async () => {
    const key = randomUUID()
    await post('/applicants', key, '{}')
    for (const [path, body] of [
      ['/applicants', '{ }'],
      ['/applicants?x=1', '{}'],
      ['/face-authentications', '{}'],
    ] as const) {
      const refused = await post(path, key, body)
      expect(refused).toMatchObject({ status: 422, isReplayed: false })
      expect(errorCodes(refused)).toEqual(['idempotency_key_reused'])
    }
    expect((await post('/applicants', randomUUID(), '{ }')).status).toBe(201)
  })

  it('belongs to one tenant', async () => {
    const key = randomUUID()
    const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
    const ours = await post('/applicants', key, '{}')
    const theirs = await post('/applicants', key, '{}', { apiKey: other.apiKey })
    expect(theirs).toMatchObject({ status: 201, isReplayed: false })
    expect(theirs.text).not.toBe(ours.text)
  })

  it('gives no answer to those who could not have asked', async () => {
    const key = randomUUID()
    const body = '{"name":"till","scopes":["applicant:*"]}'
    const made = await post('/api-keys', key, body)
    expect(made.status).toBe(201)
    expect((await post('/api-keys', key, body)).text).toBe(made.text)
    const weaker = await post('/api-keys', key, body, { apiKey: JSON.parse(made.text).key })
    expect(weaker).toMatchObject({ status: 422, isReplayed: false })
    expect(weaker.text).not.toContain('sk_')
  })

  it('lets one of many through while the first runs, and the rest repeat its answer later', async () => {
    const applicant = JSON.parse((await post('/applicants', undefined, '{}')).text)
    const path = `/applicants/${applicant.id}/faces`
    const body = JSON.stringify({ image: Buffer.from(fakeJpeg()).toString('base64') })
    const key = randomUUID()
    const gate = Promise.withResolvers<void>()
    let enrolled = 0
    test.provider.duringEnrol = async () => {
      enrolled += 1
      await gate.promise
    }
    const racing = Array.from({ length: 12 }, () => post(path, key, body))
    // All but one answer while the one that got the key stands at the gate.
    const refused = await new Promise<Awaited<(typeof racing)[0]>[]>((resolve) => {
      const answers: Awaited<(typeof racing)[0]>[] = []
      for (const each of racing) {
        each.then((answer) => {
          answers.push(answer)
          if (answers.length === racing.length - 1) resolve(answers)
        }, resolve)
      }
    })
    for (const answer of refused) {
      expect(answer.status).toBe(409)
      expect(errorCodes(answer)).toEqual(['idempotency_key_in_use'])
    }
    gate.resolve()
    const done = (await Promise.all(racing)).filter(({ status }) => status === 201)
    expect(done).toHaveLength(1)
    expect(await post(path, key, body)).toMatchObject({ status: 201, isReplayed: true, text: done[0]?.text })
    expect(enrolled).toBe(1)
  })

  it('keeps refusals, but no failure of ours', async () => {
    const key = randomUUID()
    const applicant = JSON.parse((await post('/applicants', undefined, '{}')).text)
    const refused = await post('/applicants', key, '{"email":"nope"}')
    expect(refused.status).toBe(422)
    expect(await post('/applicants', key, '{"email":"nope"}')).toMatchObject({
      status: 422,
      isReplayed: true,
      text: refused.text,
    })
    const path = `/applicants/${applicant.id}/faces`
    const body = JSON.stringify({ image: Buffer.from(fakeJpeg()).toString('base64') })
    const again = randomUUID()
    test.provider.duringEnrol = async () => {
      throw new Error('down')
    }
    expect(await post(path, again, body)).toMatchObject({ status: 503, isReplayed: false })
    test.provider.duringEnrol = async () => {}
    expect(await post(path, again, body)).toMatchObject({ status: 201, isReplayed: false })
    expect(await post(path, again, body)).toMatchObject({ status: 201, isReplayed: true })
  })

  it('works for a multipart upload of 5 MB', async () => {
    const applicant = JSON.parse((await post('/applicants', undefined, '{}')).text)
    const path = `/applicants/${applicant.id}/faces`
    const key = randomUUID()
    const type = 'multipart/form-data; boundary=b'
    const head = '--b\r\ncontent-disposition: form-data; name="image"; filename="me.jpg"\r\n\r\n'
    const body = Buffer.concat([Buffer.from(head), fakeJpeg(5 * 1024 * 1024), Buffer.from('\r\n--b--\r\n')])
    const first = await post(path, key, body, { type })
    expect(first.status).toBe(201)
    expect(await post(path, key, body, { type })).toMatchObject({ isReplayed: true, text: first.text })
  })

  it('knows an honest repetition of a form by its fields: each try has a boundary of its own', async () => {
    const applicant = JSON.parse((await post('/applicants', undefined, '{}')).text)
    const path = `/applicants/${applicant.id}/faces`
    const key = randomUUID()
    const send = (boundary: string, filename: string, picture: Uint8Array) => {
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="${filename}"\r\n\r\n`
      const body = Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${boundary}--\r\n`)])
      return post(path, key, body, { type: `multipart/form-data; boundary=${boundary}` })
    }
    const picture = fakeJpeg(100)
    const first = await send('a1', 'tmp1.jpg', picture)
    expect(first.status).toBe(201)
    expect(await send('b2', 'tmp2.jpg', picture)).toMatchObject({ isReplayed: true, text: first.text })
    expect((await send('c3', 'tmp3.jpg', fakeJpeg(100))).status).toBe(422)
  })

  it('is taken over a minute after its process died', async () => {
    const key = randomUUID()
    const { database } = test.deps
    const first = await post('/applicants', key, '{}')
    // As a crash leaves it: claimed, no answer.
    const keyHash = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(key)))
    const kept = await database.idempotencyKeys.get(test.partner.tenantId, keyHash)
    if (!kept) throw new Error('the key is kept under its hash')
    await database.idempotencyKeys.release(kept)
    await database.idempotencyKeys.claim(kept, new Date())
    expect((await post('/applicants', key, '{}')).status).toBe(409)
    test.clock.skewMs = 61_000
    const second = await post('/applicants', key, '{}')
    expect(second).toMatchObject({ status: 201, isReplayed: false })
    expect(second.text).not.toBe(first.text)
    expect((await post('/applicants', key, '{}')).text).toBe(second.text)
  })

  it('is forgotten after 24 hours', async () => {
    const key = randomUUID()
    await post('/applicants', key, '{}')
    test.clock.skewMs = 24 * 60 * 60 * 1000 + 1000
    expect(await post('/applicants', key, '{ }')).toMatchObject({ status: 201, isReplayed: false })
  })

  it('keeps nothing readable, and names whom an answer is about', async () => {
    const key = randomUUID()
    const { text } = await post('/applicants', key, '{"email":"secret@b.example"}')
    const keyHash = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(key)))
    const kept = await test.deps.database.idempotencyKeys.get(test.partner.tenantId, keyHash)
    expect(Buffer.from(kept?.answerSealed ?? []).includes('secret')).toBe(false)
    expect(kept?.mentions).toEqual([JSON.parse(text).id])
    expect(test.log.text).not.toContain(key)
  })

  it.each([
    ['', 'required'],
    ['""', 'required'],
    ['x'.repeat(256), 'too_long'],
    ['caf\u00e9', 'invalid_format'],
  ])('%.10j is no key: 422 %s', async (key, error) => {
    const refused = await post('/applicants', key, '{}')
    expect(refused.status).toBe(422)
    expect(errorCodes(refused)).toEqual([`idempotency_key__${error}`])
  })

  it('of 255 characters is one, and nothing is asked of a request without rights', async () => {
    expect((await post('/applicants', 'x'.repeat(255), '{}')).status).toBe(201)
    expect((await post('/applicants', randomUUID(), '{}', { apiKey: `sk_${newId('face')}` })).status).toBe(
      401,
    )
  })
})
