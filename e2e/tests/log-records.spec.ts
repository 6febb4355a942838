/** What a server prints is what its receiver of log records has, the last line included. */
import { openReceiver } from '../../apps/bff/src/testing/open-receiver.ts'
import { startServer } from '../fixtures/start-server.ts'
import { expect, test } from '../fixtures/test.ts'

test('every line of a server reaches the receiver, up to its end', async () => {
  const receiver = await openReceiver('/v1/logs')
  const server = await startServer({
    env: { OTEL_LOGS_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_SERVICE_NAME: 'desk' },
  })
  await fetch(`${server.url}/health/live`)
  await server.stop()
  receiver.close()
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  const sent = receiver.bodies
    .flatMap((body) => JSON.parse(body).resourceLogs)
    .flatMap(({ scopeLogs }) => scopeLogs)
    .flatMap(({ logRecords }) => logRecords)
  expect(lines.at(-1)).toMatchObject({ msg: 'stopped' })
  expect(sent.map(({ body }) => body.stringValue)).toEqual(lines.map(({ msg }) => msg))
  expect(receiver.bodies.join()).toContain('"stringValue":"desk"')
})
