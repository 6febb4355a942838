/** The snippets of `@visavis/server-sdk`, run as they stand against a real server. */
import type { Visavis } from '@visavis/server-sdk'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createWebhookSecret, signWebhook } from '../../../apps/bff/src/features/webhooks/sign-webhook.ts'
import { listen, type RunningServer } from '../../../apps/bff/src/server.ts'
import { createPartnerClient } from '../../../apps/bff/src/testing/clients.ts'
import { APPROVED, DECLINED } from '../../../apps/bff/src/testing/scripted-provider.ts'
import { createTestApp, fakeJpeg, type TestApp } from '../../../apps/bff/src/testing/test-app.ts'
import { readSnippet } from '../../../scripts/read-snippet.ts'
import { type Modules, openModules } from './testing/open-modules.ts'

let test: TestApp
let server: RunningServer
let modules: Modules
beforeAll(async () => {
  test = await createTestApp()
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
  modules = await openModules('server-sdk')
  vi.stubEnv('VISAVIS_URL', `http://127.0.0.1:${server.port}`)
  vi.stubEnv('VISAVIS_API_KEY', test.partner.apiKey)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await modules.close()
  await server.stop()
  await test.close()
})

const openVisavis = async (): Promise<Visavis> =>
  (
    await modules.run<{ visavis: Visavis }>(
      'sdk-sign-in.js',
      `const photo = Buffer.from('${Buffer.from(fakeJpeg()).toString('hex')}', 'hex')
const userJourneyId = '${test.partner.userJourneyId}'
${await readSnippet('docs/server-sdk.md', 'sign in')}
export { link, status, visavis }`,
    )
  ).visavis

/** A module of which all but its imports waits to be called. */
const toFunction = (snippet: string, parameters: string, result = ''): string => {
  const lines = snippet.split('\n')
  const isImport = (line: string) => line.startsWith('import ')
  return `${lines.filter(isImport).join('\n')}
export const run = async (${parameters}) => {
${lines.filter((line) => !isImport(line)).join('\n')}
${result}
}`
}

it('an applicant, a face, a link, a decision', async () => {
  const visavis = await openVisavis()
  const found = await visavis.get('/face-authentications')
  expect(found.data[0]).toMatchObject({ status: 'pending' })
})

it('the README', async () => {
  await openVisavis()
  const log = vi.spyOn(console, 'log').mockReturnValue()
  await modules.run('sdk-readme.js', await readSnippet('packages/server-sdk/README.md', 'readme'))
  expect(log).toHaveBeenCalledWith(expect.stringMatching(/^fav_/), 'pending')
  log.mockRestore()
})

it('a list', async () => {
  const partner = createPartnerClient(test)
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  test.provider.script(DECLINED)
  const { authenticationId } = await partner.finishAttempt(applicantId)
  test.provider.script(APPROVED)
  const snippet = await readSnippet('docs/server-sdk.md', 'list')
  const { run } = await modules.run<{
    run(visavis: Visavis, console: { log(...values: unknown[]): void }): Promise<void>
  }>('sdk-list.js', toFunction(snippet, 'visavis, console'))
  const log = vi.fn()
  await run(await openVisavis(), { log })
  expect(log.mock.calls).toEqual([[authenticationId, [expect.objectContaining({ code: 62321 })]]])
})

it('an error', async () => {
  const snippet = await readSnippet('docs/server-sdk.md', 'errors')
  const { run } = await modules.run<{ run(visavis: Visavis, applicantId: string): Promise<unknown> }>(
    'sdk-errors.js',
    toFunction(snippet, 'visavis, applicantId', "return 'found'"),
  )
  const visavis = await openVisavis()
  expect(await run(visavis, await createPartnerClient(test).createApplicant())).toBe('found')
  expect(await run(visavis, 'aplt_unknown')).toBeUndefined()
})

it('a webhook', async () => {
  const secret = createWebhookSecret()
  vi.stubEnv('WEBHOOK_SECRET', secret)
  const { receive } = await modules.run<{ receive(headers: object, body: string): number }>(
    'sdk-webhook.js',
    await readSnippet('docs/server-sdk.md', 'webhook'),
  )
  const body = await readSnippet('docs/webhooks.md', 'event')
  const headers = signWebhook({ secret, eventId: JSON.parse(body).id, body, sentOn: new Date() })
  const log = vi.spyOn(console, 'log').mockReturnValue()
  expect(receive(headers, body)).toBe(204)
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^fav_/))
  expect(receive(headers, body.replace('approved', 'declined'))).toBe(400)
  log.mockRestore()
})
