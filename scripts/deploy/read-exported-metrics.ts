import { createMetrics } from '../../apps/bff/src/telemetry/metrics.ts'
import { RETRY_REASONS } from '../../packages/shared/src/capture-api.ts'
import { CAMERA_FAILURES, GUIDANCE_CODES } from '../../packages/shared/src/capture-course.ts'

export interface ExportedMetric {
  /** With the values that were seen. */
  labels: Map<string, Set<string>>
}

const QUEUES = [
  'deliver-webhook',
  'expire-attempts',
  'retention',
  'follow-vendor',
  'erase-vendor-face',
  'retemplate',
]
const VERDICTS = [
  'approved',
  'declined',
  'retry',
  'no-reference',
  'inconclusive',
  'cancelled',
  'refused',
  'expired',
]
const ERRORS = ['timeout', 'unavailable', 'rate_limited', 'unauthorized', 'rejected', 'protocol', 'other']

/** What a server exports once everything has happened that it counts, by the names Prometheus knows. */
export const readExportedMetrics = async (): Promise<Map<string, ExportedMetric>> => {
  const metrics = createMetrics({
    readDepths: async () => QUEUES.map((name) => ({ name, ready: 1, active: 1 })),
    readBacklog: async () => ({ webhooks: 1, oldestWebhookS: 1, erasures: 1 }),
    countWaitingPictures: () => 1,
    readFreeBytes: async () => 1,
    countTemplates: async () => ({ made: 1, waiting: 1, failed: 1 }),
  })
  for (const status of [200, 401, 429, 500]) {
    metrics.observeRequest({ method: 'PUT', route: '/capture/selfie', status, seconds: 1 })
  }
  const call = { provider: 'embedded', seconds: 1 }
  for (const outcome of VERDICTS) {
    const operation = ['approved', 'declined', 'retry', 'no-reference'].includes(outcome)
      ? 'verify'
      : 'readResult'
    metrics.observeProvider({ ...call, operation, result: { outcome } })
  }
  for (const error of ERRORS) metrics.observeProvider({ ...call, operation: 'verify', result: { error } })
  for (const purpose of ['authentication', 'enrolment'] as const) {
    for (const outcome of [
      'matched',
      'mismatched',
      'enrolled',
      'sent_to_review',
      'retry',
      'replayed',
      'not_live',
      'turn',
    ] as const) {
      for (const source of ['camera', 'photo', null] as const) {
        metrics.observeCapture({ kind: 'picture', purpose, source, outcome })
      }
    }
  }
  metrics.observeCapture({ kind: 'decision', userJourneyId: 'usj_a', codes: [62321] })
  for (const result of ['delivered', 'http_status', 'timeout', 'connection', 'tls', 'dns']) {
    metrics.observeWebhook(result)
  }
  metrics.observeCapture({ kind: 'lock' })
  for (const step of ['opened', 'agreed'] as const) metrics.observeCapture({ kind: 'step', step })
  metrics.observeCapture({ kind: 'retry', reasons: RETRY_REASONS })
  metrics.observeCapture({
    kind: 'course',
    isCameraNew: true,
    events: [
      ...CAMERA_FAILURES.map((reason) => ({ type: 'camera_failed', reason }) as const),
      ...GUIDANCE_CODES.map((code) => ({ type: 'guidance', code, ms: 1000 }) as const),
    ],
  })
  return parse((await metrics.render()).text)
}

/** Prometheus text exposition format, version 0.0.4. */
const parse = (text: string): Map<string, ExportedMetric> => {
  const found = new Map<string, ExportedMetric>()
  for (const line of text.split('\n')) {
    const [, name, pairs = ''] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? []
    if (name === undefined) continue
    const metric = found.get(name) ?? { labels: new Map() }
    found.set(name, metric)
    for (const [, label = '', value = ''] of pairs.matchAll(/(\w+)="([^"]*)"/g)) {
      metric.labels.set(label, (metric.labels.get(label) ?? new Set()).add(value))
    }
  }
  return found
}
