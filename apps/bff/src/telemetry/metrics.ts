import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CaptureObservation } from '../features/capture/index.ts'
import type { RequestObservation } from '../http/observe-requests.ts'
import type { ProviderCall } from '../providers/observe-provider.ts'

export interface QueueDepth {
  name: string
  /** Jobs that could run now. */
  ready: number
  active: number
}

export interface Backlog {
  /** Deliveries that have neither arrived nor been given up. */
  webhooks: number
  /** For how long the one that is due longest has been; 0: none is. */
  oldestWebhookS: number
  /** Erasures that are not done yet. */
  erasures: number
}

export interface MetricSources {
  /** What waits in the job queue. */
  readDepths(): Promise<QueueDepth[]>
  /** What of the outside world and of the law waits. */
  readBacklog?(): Promise<Backlog>
  /** Pictures that wait for the face engine. */
  countWaitingPictures?(): number
  /** Of the disk with the data folder; `undefined`: it does not say. */
  readFreeBytes?(): Promise<number | undefined>
  /** How far the faces have come with the recognition model of today. */
  countTemplates?(): Promise<{ made: number; waiting: number; failed: number }>
}

export interface Metrics {
  observeRequest(request: RequestObservation): void
  observeProvider(call: ProviderCall): void
  observeCapture(capture: CaptureObservation): void
  observeWebhook(result: string): void
  /** Prometheus text exposition format, version 0.0.4. */
  render(): Promise<{ text: string; contentType: string }>
}

const REQUEST_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const COUNT_EVERY_MS = 300_000
const READ_EVERY_MS = 30_000
/** Journeys with a series of their own; what comes after them is counted together. */
const MAX_JOURNEYS = 200
const PROVIDER_BUCKETS_S = [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 20]

/**
 * What this process counts, and Node's own numbers (event-loop lag, memory, garbage collection). Labels are of closed
 * sets, and journeys, of which there are few: no address, no person.
 */
export const createMetrics = ({
  readDepths,
  readBacklog,
  countWaitingPictures,
  readFreeBytes,
  countTemplates,
}: MetricSources): Metrics => {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const requests = new Histogram({
    name: 'visavis_http_request_duration_seconds',
    help: 'Time from the first byte of a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS_S,
    registers,
  })
  const calls = new Histogram({
    name: 'visavis_provider_call_duration_seconds',
    help: 'Time a provider took, failed calls included.',
    labelNames: ['provider', 'operation'],
    buckets: PROVIDER_BUCKETS_S,
    registers,
  })
  const errors = new Counter({
    name: 'visavis_provider_errors_total',
    help: 'Calls a provider failed.',
    labelNames: ['provider', 'operation', 'kind'],
    registers,
  })
  const verifications = new Counter({
    name: 'visavis_verifications_total',
    help: 'Pictures compared, by what came of it.',
    labelNames: ['provider', 'outcome'],
    registers,
  })
  const captures = new Counter({
    name: 'visavis_captures_total',
    help: 'Pictures that capture pages sent, by where they came from and what came of them.',
    labelNames: ['purpose', 'source', 'outcome'],
    registers,
  })
  const decisions = new Counter({
    name: 'visavis_decisions_total',
    help: 'Face authentications that were decided, by response code.',
    labelNames: ['user_journey_id', 'response_code'],
    registers,
  })
  const webhooks = new Counter({
    name: 'visavis_webhooks_total',
    help: 'Webhooks sent, by what came of it.',
    labelNames: ['result'],
    registers,
  })
  const locks = new Counter({
    name: 'visavis_applicants_locked_total',
    help: 'Applicants locked after too many declines.',
    registers,
  })
  const funnel = new Counter({
    name: 'visavis_funnel_total',
    help: 'Links of face authentications by how far people came on them: opened, agreed, camera (as the page tells).',
    labelNames: ['step'],
    registers,
  })
  const cameraFailures = new Counter({
    name: 'visavis_camera_failures_total',
    help: 'Times that a capture page had no camera, as it tells.',
    labelNames: ['reason'],
    registers,
  })
  const guidance = new Counter({
    name: 'visavis_guidance_seconds_total',
    help: 'Time that people were shown a hint at the camera, as their pages tell.',
    labelNames: ['code'],
    registers,
  })
  const retries = new Counter({
    name: 'visavis_retries_total',
    help: 'Reasons why pictures could not be used; a picture can have several.',
    labelNames: ['reason'],
    registers,
  })
  new Gauge({
    name: 'visavis_jobs',
    help: 'Jobs in the queue, of all processes; counted about once a minute.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      for (const { name, ready, active } of await readDepths()) {
        this.set({ queue: name, state: 'ready' }, ready)
        this.set({ queue: name, state: 'active' }, active)
      }
    },
  })

  if (readBacklog) {
    const read = everySoOften(readBacklog, READ_EVERY_MS)
    const gauges = {
      webhooks: ['visavis_webhooks_waiting', 'Deliveries that have neither arrived nor been given up.'],
      oldestWebhookS: [
        'visavis_webhook_oldest_due_seconds',
        'How long the longest due delivery has been due.',
      ],
      erasures: ['visavis_erasures_unfinished', 'Erasures that are not done yet, vendors included.'],
    } as const
    for (const [field, [name, help]] of Object.entries(gauges)) {
      new Gauge({
        name,
        help: `${help} Of all processes; read at most twice a minute.`,
        registers,
        async collect() {
          this.set((await read())[field as keyof Backlog])
        },
      })
    }
  }
  if (countWaitingPictures) {
    new Gauge({
      name: 'visavis_engine_pictures_waiting',
      help: 'Pictures that wait for the face engine of this process.',
      registers,
      collect() {
        this.set(countWaitingPictures())
      },
    })
  }
  if (readFreeBytes) {
    new Gauge({
      name: 'visavis_data_dir_free_bytes',
      help: 'Left on the disk with the data folder, for whoever is not its owner.',
      registers,
      async collect() {
        const free = await readFreeBytes()
        if (free !== undefined) this.set(free)
      },
    })
  }
  if (countTemplates) {
    const count = everySoOften(countTemplates, COUNT_EVERY_MS)
    new Gauge({
      name: 'visavis_faces',
      help: 'Enrolled faces by what the recognition model of today has of them; counted at most every five minutes.',
      labelNames: ['template'],
      registers,
      async collect() {
        for (const [template, faces] of Object.entries(await count())) this.set({ template }, faces)
      },
    })
  }

  const journeys = new Set<string>()
  const toJourneyLabel = (id: string): string => {
    if (journeys.size < MAX_JOURNEYS) journeys.add(id)
    return journeys.has(id) ? id : 'other'
  }

  return {
    observeRequest: ({ seconds, ...labels }) => requests.observe(labels, seconds),
    observeProvider: ({ provider, operation, seconds, result }) => {
      calls.observe({ provider, operation }, seconds)
      if ('error' in result) errors.inc({ provider, operation, kind: result.error })
      else if (isVerdict(operation, result.outcome)) verifications.inc({ provider, outcome: result.outcome })
    },
    observeCapture: (capture) => {
      if (capture.kind === 'decision') {
        const user_journey_id = toJourneyLabel(capture.userJourneyId)
        for (const response_code of capture.codes) decisions.inc({ user_journey_id, response_code })
        return
      }
      if (capture.kind === 'lock') return locks.inc()
      if (capture.kind === 'step') return funnel.inc({ step: capture.step })
      if (capture.kind === 'retry') {
        for (const reason of capture.reasons) retries.inc({ reason })
        return
      }
      if (capture.kind === 'course') {
        if (capture.isCameraNew) funnel.inc({ step: 'camera' })
        for (const event of capture.events) {
          if (event.type === 'camera_failed') cameraFailures.inc({ reason: event.reason })
          if (event.type === 'guidance') guidance.inc({ code: event.code }, event.ms / 1000)
        }
        return
      }
      const { purpose, source, outcome } = capture
      captures.inc({ purpose, source: source ?? 'unknown', outcome })
    },
    observeWebhook: (result) => webhooks.inc({ result }),
    render: async () => ({ text: await register.metrics(), contentType: register.contentType }),
  }
}

/** The last answer until it is too old: every face is counted for it. One that failed is asked for again at once. */
const everySoOften = <Result>(read: () => Promise<Result>, everyMs: number): (() => Promise<Result>) => {
  let last: { answer: Promise<Result>; on: number } | undefined
  return () => {
    const now = performance.now()
    if (last && now - last.on <= everyMs) return last.answer
    const asked = { answer: read(), on: now }
    last = asked
    asked.answer.catch(() => {
      if (last === asked) last = undefined
    })
    return asked.answer
  }
}

/** How a capture at a vendor may end; what comes before is asked for again and again. */
const ENDS = ['approved', 'declined', 'inconclusive', 'cancelled', 'refused', 'expired']

const isVerdict = (operation: string, outcome: string): boolean =>
  operation === 'verify' ||
  ((operation === 'readResult' || operation === 'completeStep') && ENDS.includes(outcome))
