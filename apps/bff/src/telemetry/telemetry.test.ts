import { tmpdir } from 'node:os'
import { expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createApp } from '../app.ts'
import { observeProvider } from '../providers/observe-provider.ts'
import { createProviderRegistry } from '../providers/registry.ts'
import { createBrowserClient, createPartnerClient } from '../testing/clients.ts'
import { openReceiver } from '../testing/open-receiver.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { APPROVED, BLURRY } from '../testing/scripted-provider.ts'
import type { TestApp } from '../testing/test-app.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { propagateContext } from './propagate-context.ts'
import { readBacklog, readFreeBytes } from './read-backlog.ts'
import { serveMetrics } from './serve-metrics.ts'
import { startTracing } from './start-tracing.ts'

const { test } = await openTestApp()

const watched = (metrics?: Metrics) => {
  const provider = observeProvider(test.provider, (call) => metrics?.observeProvider(call))
  const deps = { ...test.deps, providers: createProviderRegistry(provider) }
  return createApp({ ...deps, ...(metrics ? { metrics, observeCapture: metrics.observeCapture } : {}) })
}

/** One person, one picture after the other, as the provider is scripted. */
const verify = async (app: TestApp['app'], pictures: number) => {
  const attempt = await createPartnerClient({ ...test, app }).startAttempt()
  const browser = createBrowserClient({ app }, attempt.token)
  await browser.session()
  await browser.consent()
  for (let count = 0; count < pictures; count += 1) await browser.upload()
  return attempt
}

it('metrics tell what happened, by pattern and never by id', async () => {
  const metrics = createMetrics({
    readDepths: test.deps.database.queue.depths,
    readBacklog: () => readBacklog(test.deps.database, new Date()),
    readFreeBytes: () => readFreeBytes(tmpdir()),
    countWaitingPictures: () => 3,
    countTemplates: async () => ({ made: 7, waiting: 2, failed: 1 }),
  })
  const app = watched(metrics)
  test.provider.script(BLURRY, APPROVED)
  const { authenticationId, token } = await verify(app, 2)
  await createBrowserClient({ app }, token).post('events', {
    events: [
      { type: 'camera_ready', lines: 720 },
      { type: 'camera_failed', reason: 'busy' },
      { type: 'guidance', code: 'too_far', ms: 1500 },
    ],
  })
  test.provider.script('down')
  await verify(app, 1)
  const partner = createPartnerClient({ ...test, app })
  await partner.get(`/face-authentications/${authenticationId}`)
  await app.request(`/face-authentications/${authenticationId}`)
  await app.request('/no/such/path')

  const { text, contentType } = await metrics.render()
  expect(contentType).toContain('text/plain')
  const counts = (line: string) =>
    Number(
      text
        .split('\n')
        .find((each) => each.startsWith(line))
        ?.split(' ')
        .at(-1),
    )
  expect(counts('visavis_faces{template="waiting"}')).toBe(2)
  expect(counts('visavis_engine_pictures_waiting')).toBe(3)
  expect(counts('visavis_data_dir_free_bytes')).toBeGreaterThan(0)
  expect(counts('visavis_erasures_unfinished')).toBe(0)
  const funnel = ['opened', 'agreed', 'camera'].map((step) => counts(`visavis_funnel_total{step="${step}"}`))
  expect(funnel).toEqual([2, 2, 1])
  expect(counts('visavis_camera_failures_total{reason="busy"}')).toBe(1)
  expect(counts('visavis_guidance_seconds_total{code="too_far"}')).toBe(1.5)
  const journey = `user_journey_id="${test.partner.userJourneyId}"`
  expect(counts(`visavis_decisions_total{${journey},response_code="10000"}`)).toBe(1)
  expect(counts('visavis_retries_total{reason="face_blurry"}')).toBe(1)
  const requests = 'visavis_http_request_duration_seconds_count'
  const route = '/face-authentications/:faceAuthenticationId'
  expect(counts(`${requests}{method="GET",route="${route}",status="200"}`)).toBe(1)
  expect(counts(`${requests}{method="GET",route="${route}",status="401"}`)).toBe(1)
  expect(counts(`${requests}{method="GET",route="none",status="404"}`)).toBe(1)
  expect(counts(`${requests}{method="PUT",route="/capture/selfie",status="200"}`)).toBe(2)
  expect(counts(`${requests}{method="PUT",route="/capture/selfie",status="503"}`)).toBe(1)
  expect(counts('visavis_verifications_total{provider="embedded",outcome="approved"}')).toBe(1)
  expect(counts('visavis_verifications_total{provider="embedded",outcome="retry"}')).toBe(1)
  const errors = 'visavis_provider_errors_total{provider="embedded",operation="verify",kind="unavailable"}'
  expect(counts(errors)).toBe(1)
  const calls = 'visavis_provider_call_duration_seconds_count{provider="embedded",operation="verify"}'
  expect(counts(calls)).toBe(3)
  expect(counts('visavis_jobs{queue="deliver-webhook",state="ready"}')).toBeGreaterThanOrEqual(0)
  expect(counts('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0)
  for (const secret of [authenticationId, token, test.partner.apiKey]) expect(text).not.toContain(secret)
})

it('a count that failed is made again at the next look, one that did not is kept', async () => {
  const answers = [new Error('the database is away'), { made: 7, waiting: 0, failed: 0 }]
  const countTemplates = vi.fn(async () => {
    const answer = answers.shift()
    if (!answer || answer instanceof Error) throw answer
    return answer
  })
  const metrics = createMetrics({ readDepths: async () => [], countTemplates })
  await expect(metrics.render()).rejects.toThrow('the database is away')
  for (const _ of [1, 2]) expect((await metrics.render()).text).toContain('visavis_faces{template="made"} 7')
  expect(countTemplates).toHaveBeenCalledTimes(2)
})

it('metrics have a listener of their own and are not part of the API', async () => {
  const metrics = createMetrics({ readDepths: async () => [] })
  expect((await watched(metrics).request('/metrics')).status).toBe(404)
  const server = await serveMetrics({ host: '127.0.0.1', port: 0 }, metrics)
  const base = `http://127.0.0.1:${server.port}`
  const answer = await fetch(`${base}/metrics`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('# TYPE visavis_http_request_duration_seconds histogram')
  expect((await fetch(`${base}/`)).status).toBe(404)
  expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404)
  await server.stop()
})

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
})
const batchSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.unknown()) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
})

it('traces go to a receiver: a span a request, provider calls below it, nothing personal', async () => {
  const { url, bodies, close } = await openReceiver('/v1/traces')
  const stopContext = await propagateContext()
  const tracing = await startTracing({ endpoint: `${url}/`, serviceName: 'visavis-test' })
  test.provider.script(APPROVED)
  const app = watched()
  const { token, attemptId } = await verify(app, 1)
  const traceId = 'a'.repeat(32)
  await app.request('/health/live?email=a@b.example', {
    headers: { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` },
  })
  await tracing.stop()
  stopContext()
  close()

  const all = bodies.join('\n')
  const batches = bodies.map((body) => batchSchema.parse(JSON.parse(body)))
  const spans = batches.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  )
  const find = (name: string) => {
    const span = spans.find((each) => each.name === name)
    if (!span) throw new Error(`no span "${name}" among ${spans.map((each) => each.name).join(', ')}`)
    return span
  }
  const selfie = find('PUT /capture/selfie')
  expect(find('embedded verify')).toMatchObject({ traceId: selfie.traceId, parentSpanId: selfie.spanId })
  expect(find('POST /face-authentications/:faceAuthenticationId/attempts')).toBeDefined()
  expect(find('GET /health/live')).toMatchObject({ traceId, parentSpanId: 'b'.repeat(16) })
  expect(all).toContain('visavis-test')
  for (const secret of [token, attemptId, test.partner.apiKey, 'b.example', 'partner.example']) {
    expect(all, secret).not.toContain(secret)
  }
})

it('without a tracer everything works and nothing is sent', async () => {
  test.provider.script(APPROVED)
  const { attemptId } = await verify(watched(), 1)
  expect(attemptId).toMatch(/^fatp_/)
})
