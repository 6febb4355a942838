import { setTimeout as sleep } from 'node:timers/promises'
import type { LogRecord } from '@opentelemetry/api'
import { ExportResultCode } from '@opentelemetry/core'
import type { LogRecordExporter } from '@opentelemetry/sdk-logs'
import pino, { type DestinationStream } from 'pino'

interface LogExportOptions {
  /** The whole address of an OTLP/HTTP receiver of logs. */
  url: string
  serviceName: string
  /** Told at the first batch of an outage that is lost, not at those after it. */
  onDown(reason: string): void
  onUp(): void
  stopWithinMs?: number
}

export interface LogExport {
  /** Takes each line as pino writes it, in the context of the request. Waits for nobody. */
  tee(lines: DestinationStream): DestinationStream
  /** Sends what waits; gives up after a few seconds. */
  stop(): Promise<void>
}

/** Long enough for a last batch, and short of the time a process gets to end. */
const STOP_WITHIN_MS = 5000

/**
 * Sends the lines of the log to an OpenTelemetry receiver as well, each with its own fields and no others. Lines wait
 * in memory, 2048 at most: a receiver that does not answer costs those after them, nothing else. The SDK is loaded only
 * here.
 */
export const startLogExport = async ({
  url,
  serviceName,
  onDown,
  onUp,
  stopWithinMs = STOP_WITHIN_MS,
}: LogExportOptions): Promise<LogExport> => {
  const [sdk, { OTLPLogExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-logs'),
    import('@opentelemetry/exporter-logs-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const stopping = new AbortController()
  const exporter = watchOutages(new OTLPLogExporter({ url }), { onDown, onUp, stopped: stopping.signal })
  const provider = new sdk.LoggerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    processors: [new sdk.BatchLogRecordProcessor({ exporter })],
  })
  const logger = provider.getLogger('visavis')
  return {
    tee: (lines) => ({
      write: (line) => {
        lines.write(line)
        logger.emit(toLogRecord(line))
      },
    }),
    stop: async () => {
      // What could not be sent was told of when it failed.
      const sent = provider.shutdown().catch(() => {})
      await Promise.race([sent, sleep(stopWithinMs, undefined, { ref: false })])
      stopping.abort()
    },
  }
}

/** @see https://opentelemetry.io/docs/specs/otel/logs/data-model/ */
const toLogRecord = (line: string): LogRecord => {
  const { level, time, msg, ...attributes } = JSON.parse(line)
  return {
    timestamp: time,
    // pino counts from 10 (trace) to 60 (fatal), SeverityNumber from 1 to 21 in steps of four.
    severityNumber: (level / 10) * 4 - 3,
    severityText: String(pino.levels.labels[level]),
    body: msg,
    attributes,
  }
}

interface OutageOptions extends Pick<LogExportOptions, 'onDown' | 'onUp'> {
  stopped: AbortSignal
}

/** The exporter; it tells of the first failure after a success and the first success after a failure. */
const watchOutages = (
  exporter: LogRecordExporter,
  { onDown, onUp, stopped }: OutageOptions,
): LogRecordExporter => {
  let isDown = false
  return {
    export: (records, done) => {
      if (stopped.aborted) return done({ code: ExportResultCode.FAILED })
      exporter.export(records, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS
        if (failed !== isDown) {
          isDown = failed
          if (failed) onDown(result.error?.message ?? 'it did not take them')
          else onUp()
        }
        done(result)
      })
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  }
}
