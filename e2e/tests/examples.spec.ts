import type { Page } from '@playwright/test'
import { createEvent, createWebhookReplayer, createWebhookSecret } from '@visavis/testing'
import { readSnippet } from '../../scripts/read-snippet.ts'
import type { RunningBff } from '../../scripts/start-bff.ts'
import { type RunningExample, runExample } from '../fixtures/run-example.ts'
import { SERVER_TIMEOUT_MS, startServer } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** A server that sends webhooks to this machine. */
const test = base.extend<object, { bff: RunningBff }>({
  bff: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const bff = await startServer({ env: { WEBHOOK_ALLOW_PRIVATE: '1' } })
      await use(bff)
      await bff.stop()
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

const call = async <Answer>(
  { url, apiKey }: RunningBff,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
): Promise<Answer> => {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Answer
}

/**
 * The fake camera plays one film, of somebody who holds still: a sign-in is a copy of the enrolment before it, and no head is
 * turned. An example makes a journey of its own, which asks for the turn as any new one does.
 */
const allowFilm = async (bff: RunningBff): Promise<void> => {
  const { data } = await call<{ data: { id: string; name: string; liveness_policy: string }[] }>(
    bff,
    'GET',
    '/user-journeys?limit=100',
  )
  expect(data.at(-1)).toMatchObject({ name: 'Example', liveness_policy: 'active' })
  const film = { replay_check: 'off', liveness_policy: 'none' }
  for (const { id } of data) await call(bff, 'PATCH', `/user-journeys/${id}`, film)
}

/** What a newcomer types; the first one's lines are those of the quick start. */
const type = async (name: string, bff: RunningBff, env = {}): Promise<RunningExample> => {
  const { url, apiKey } = bff
  const lines =
    name === 'script'
      ? await readSnippet('docs/quick-start.md', 'example')
      : (await readSnippet('examples/README.md', 'start')).replace('example-script', `example-${name}`)
  const typed = lines
    .replace(/^export VISAVIS_.*$/m, `export VISAVIS_URL=${url} VISAVIS_API_KEY=${apiKey}`)
    .replace('npx -y -p node@24 -p pnpm@12 pnpm', 'pnpm')
  return runExample(typed, env)
}

/** Those with the methods and events of a component or an element. */
const HAS_CANCEL = new Set(['react', 'vue', 'svelte', 'angular'])

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

for (const name of ['script', 'iframe', 'react', 'vue', 'svelte', 'angular', 'next'] as const) {
  test(`examples/${name}: a face on file, then a sign-in`, async ({ bff, cameraPage }) => {
    const example = await type(name, bff)
    try {
      const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [example.origin] })
      // Next.js makes its journey with the first request.
      if (name === 'next') await fetch(`${example.origin}/enrol`, { method: 'POST' })
      await allowFilm(bff)
      const host = new EmbeddingPage(page)
      await host.open(example.origin)
      await press(page, 'Add my face')
      await (await host.capture()).begin()
      await expect(page.getByText('Your face is on file')).toBeVisible()
      await expect.poll(() => host.frames()).toEqual([])
      if (HAS_CANCEL.has(name)) {
        await press(page, 'Sign in with my face')
        await expect((await host.capture()).screen('start')).toBeVisible()
        await press(page, 'Cancel')
        await expect.poll(() => host.frames()).toEqual([])
      }
      await press(page, 'Sign in with my face')
      await (await host.capture()).begin()
      await expect(page.getByText('approved')).toBeVisible()
      // What a visitor writes into the address reads nothing else with the shop's key.
      expect((await fetch(`${example.origin}/decision?id=../user-journeys`)).ok).toBe(false)
    } finally {
      await example.stop()
    }
  })
}

test('examples/redirect, and the webhook that its server checks', async ({ bff, cameraPage }) => {
  // Its secret has to be known before the server that receives it starts.
  const { secret, id } = await call<{ secret: string; id: string }>(bff, 'POST', '/webhook-endpoints', {
    url: 'http://localhost:9/webhooks',
    event_types: ['face_authentication_checks_completed'],
  })
  const example = await type('redirect', bff, { WEBHOOK_SECRET: secret })
  try {
    await call(bff, 'PATCH', `/webhook-endpoints/${id}`, { url: `${example.origin}/webhooks` })
    const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [example.origin] })
    await allowFilm(bff)
    const hosted = new HostedPage(page)
    await page.goto(example.origin)
    await press(page, 'Add my face')
    await hosted.begin()
    await expect(page.getByText('Your face is on file')).toBeVisible()
    await page.getByRole('link', { name: 'Again' }).click()
    await press(page, 'Sign in with my face')
    await hosted.begin()
    await expect(page.getByText('approved')).toBeVisible()
    await expect.poll(example.output).toContain('face_authentication_checks_completed')

    const replayer = createWebhookReplayer({ url: `${example.origin}/webhooks`, secret })
    const event = createEvent('face_authentication_checks_completed')
    expect(await replayer.send(event)).toBe(200)
    expect(await replayer.send(event, { sentOn: new Date(0) })).toBe(400)
    expect(await replayer.send(event, { secret: createWebhookSecret() })).toBe(400)
    expect(await replayer.send(event, { tamper: (body) => body.replace('approved', 'declined') })).toBe(400)
    expect(example.output()).not.toContain('declined')
  } finally {
    await example.stop()
  }
})
