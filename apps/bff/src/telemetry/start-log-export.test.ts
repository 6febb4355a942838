import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import pino from 'pino'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import * as z from 'zod'
import { createApp } from '../app.ts'
import { openReceiver } from '../testing/open-receiver.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { openTelemetry } from './open-telemetry.ts'
import { startLogExport } from './start-log-export.ts'

const { test } = await openTestApp()

const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])))
const recordSchema = z.object({
  timeUnixNano: z.string(),
  severityNumber: z.number(),
  severityText: z.string(),
  body: z.object({ stringValue: z.string().optional() }),
  traceId: z.string().optional(),
  spanId: z.string().optional(),
  attributes,
})
const batchSchema = z.object({
  resourceLogs: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeLogs: z.array(z.object({ logRecords: z.array(recordSchema) })),
    }),
  ),
})

const readRecords = (bodies: readonly string[]) =>
  bodies
    .flatMap((body) => batchSchema.parse(JSON.parse(body)).resourceLogs)
    .flatMap(({ resource, scopeLogs }) =>
      scopeLogs.flatMap(({ logRecords }) => logRecords.map((record) => ({ ...record, resource }))),
    )

/** The log of a server: its lines as printed, and what tells of outages. */
const openLog = async (url: string, stopWithinMs?: number) => {
  const lines: Record<string, unknown>[] = []
  const onDown = vi.fn((reason: string) => log.warn({ reason }, 'down'))
  const onUp = vi.fn()
  const exported = await startLogExport({
    url,
    serviceName: 'visavis-test',
    onDown,
    onUp,
    ...(stopWithinMs === undefined ? {} : { stopWithinMs }),
  })
  const log = pino({ level: 'trace' }, exported.tee({ write: (line) => void lines.push(JSON.parse(line)) }))
  return { log, lines, onDown, onUp, stop: exported.stop }
}

it('sends each line with its severity, its fields and the trace of its request, and nothing else', async () => {
  const receiver = await openReceiver('/v1/logs')
  onTestFinished(receiver.close)
  const url = `${receiver.url}/v1/logs`
  const telemetry = await openTelemetry(
    { metricsAt: undefined, tracing: undefined, logExport: { url, serviceName: 'visavis-test' } },
    { readDepths: async () => [] },
  )
  const { log, lines, stop } = await openLog(url)
  const app = createApp({ ...test.deps, log })
  const traceId = 'a'.repeat(32)
  await app.request('/health/live?email=a@b.example', {
    headers: { traceparent: `00-${traceId}-${'b'.repeat(16)}-01`, authorization: 'Bearer sk_not-to-be-told' },
  })
  log.error({ err: new Error('went wrong') }, 'job failed')
  log.trace('small')
  log.fatal('large')
  await stop()
  await telemetry.stop()

  const records = readRecords(receiver.bodies)
  expect(records).toHaveLength(lines.length)
  for (const [at, { level: _, time, msg, ...fields }] of lines.entries()) {
    const record = records[at]
    expect(record?.resource.attributes).toMatchObject({ 'service.name': 'visavis-test' })
    expect(record?.body.stringValue).toBe(msg)
    expect(Number(record?.timeUnixNano) / 1e6).toBeCloseTo(Number(time), 0)
    expect(Object.keys(record?.attributes ?? {}).toSorted()).toEqual(Object.keys(fields).toSorted())
  }
  const [request, failure, small, large] = records
  expect(request).toMatchObject({
    severityNumber: 9,
    severityText: 'info',
    traceId,
    spanId: 'b'.repeat(16),
    attributes: { path: '/health/live', status: 200 },
  })
  expect(failure).toMatchObject({
    severityNumber: 17,
    severityText: 'error',
    body: { stringValue: 'job failed' },
  })
  expect(failure?.traceId).toBeUndefined()
  expect(JSON.stringify(failure?.attributes)).toContain('went wrong')
  expect([small?.severityNumber, large?.severityNumber]).toEqual([1, 21])
  const all = receiver.bodies.join('\n')
  for (const secret of ['b.example', 'sk_not-to-be-told']) expect(all, secret).not.toContain(secret)
})

it('with traces on, the line of a request belongs to its span', async () => {
  const [logs, traces] = [await openReceiver('/v1/logs'), await openReceiver('/v1/traces')]
  onTestFinished(logs.close)
  onTestFinished(traces.close)
  const telemetry = await openTelemetry(
    {
      metricsAt: undefined,
      tracing: { endpoint: traces.url, serviceName: 'visavis-test' },
      logExport: { url: `${logs.url}/v1/logs`, serviceName: 'visavis-test' },
    },
    { readDepths: async () => [] },
  )
  const { log, stop } = await openLog(`${logs.url}/v1/logs`)
  await createApp({ ...test.deps, log }).request('/health/live')
  await stop()
  await telemetry.stop()
  const [line] = readRecords(logs.bodies)
  expect(line?.spanId).toMatch(/^[0-9a-f]{16}$/)
  expect(traces.bodies.join()).toContain(`"spanId":"${line?.spanId}"`)
  expect(traces.bodies.join()).toContain(`"traceId":"${line?.traceId}"`)
})

describe('a receiver that fails', () => {
  it('costs what it did not take, and is told of once an outage', async () => {
    const receiver = await openReceiver('/v1/logs')
    onTestFinished(receiver.close)
    const { log, lines, onDown, onUp, stop } = await openLog(`${receiver.url}/v1/logs`)
    receiver.state.status = 400
    // More than a batch at once: each of them fails.
    for (let count = 0; count < 1500; count += 1) log.info({ count }, 'lost')
    await vi.waitFor(() => expect(onDown).toHaveBeenCalledOnce(), 5000)
    await vi.waitFor(() => expect(lines.at(-1)).toMatchObject({ msg: 'down' }))
    receiver.state.status = 200
    log.info('kept')
    await vi.waitFor(() => expect(onUp).toHaveBeenCalledOnce(), 5000)
    await stop()
    expect(onDown).toHaveBeenCalledOnce()
    expect(lines).toHaveLength(1502)
    expect(readRecords(receiver.bodies).map(({ body }) => body.stringValue)).toContain('kept')
  })

  it('or never answers holds up neither a line nor the end', async () => {
    const silent = createServer(() => {})
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    onTestFinished(() => void silent.close())
    const { port } = silent.address() as AddressInfo
    const { log, lines, stop } = await openLog(`http://127.0.0.1:${port}/v1/logs`, 200)
    const begun = performance.now()
    for (let count = 0; count < 5000; count += 1) log.info({ count }, 'line')
    await stop()
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(lines).toHaveLength(5000)
  })
})
