/** What the two ends of the line try on each other: wrong nonces, old ports, bad frames. */
import { expect, expectUnmoved, run, test } from '../fixtures/attack-test.ts'
import { FORGERIES, HONEST_SCRIPT, honestFrame } from '../hosts/attack-pages.ts'
import { dialogHost, stage } from '../hosts/host-pages.ts'

test('the right page with a wrong nonce, then with the right one twice', async ({ embed }) => {
  const script = `${HONEST_SCRIPT}\n${FORGERIES}
window.attack = (guess) => forge(frame.contentWindow, origin, guess)
window.gained = () => ports`
  const { page, host } = await embed(({ verificationUrl }) => stage(honestFrame(verificationUrl), script))
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await expect((await host.capture()).screen('start')).toBeVisible()
  await run(page, 'attack', 'wrong')
  await expectUnmoved(host, page)

  // Replayed: the answer is the true one, its port is not.
  await run(page, 'attack', await run(page, 'nonceOf'))
  await run(page, 'say', { type: 'set-locale', locale: 'en' })
  await expect((await host.frame()).locator('html')).toHaveAttribute('lang', 'en')
  await (await host.capture()).begin()
  await host.hear('capture.started')
  expect(await run(page, 'gained')).toEqual([])
})

test('a port from before a reload of the frame', async ({ embed, partner }) => {
  const script = `${HONEST_SCRIPT}
window.keepOld = () => { window.old = [nonce, line]; nonce = undefined }
window.replay = () => {
  old[1].postMessage({ visavis: 1, type: 'close' })
  const { port2 } = new MessageChannel()
  frame.contentWindow.postMessage({ visavis: 1, type: 'acknowledge', nonce: old[0] }, origin, [port2])
}`
  const { started, page, host } = await embed(({ verificationUrl }) =>
    stage(honestFrame(verificationUrl), script),
  )
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await run(page, 'greet')
  await host.hear('capture.ready')
  await run(page, 'keepOld')
  await (await host.frame()).evaluate(() => location.reload())
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await run(page, 'replay')
  await expectUnmoved(host, page)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

/** Says whatever it likes over the port it is given. */
const BAD_FRAME = `<!doctype html><script>${FORGERIES}
addEventListener('message', ({ ports: [port] }) => {
  for (const message of forgeries('n')) {
    if (message?.type !== 'frame.closed') port.postMessage(message)
  }
  port.postMessage({ visavis: 1, type: 'capture.guidance', attemptId: 'a', code: 'c', image: 'x'.repeat(9e6), verdict: 'approved' })
  port.postMessage({ visavis: 1, type: 'capture.resized', attemptId: 'a', height: 1e9 })
})
parent.postMessage({ visavis: 1, type: 'ready', nonce: 'n' }, '*')
</script>`

test('a frame that turned bad learns the token of its own link only, and its page nothing but the protocol', async ({
  embed,
  partner,
}) => {
  let isBad = true
  const { started, page, host } = await embed(dialogHost, {
    before: (opened) =>
      opened.route('**/frame/**', (route) =>
        isBad ? route.fulfill({ contentType: 'text/html', body: BAD_FRAME }) : route.continue(),
      ),
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.poll(async () => (await host.heard()).length).toBe(3)
  expect(await host.heard()).toEqual([
    { type: 'capture.completed', attemptId: 'forged', id: 'forged', event: 'forged' },
    { type: 'capture.guidance', attemptId: 'a', code: 'c' },
    { type: 'capture.resized', attemptId: 'a', height: 1e9 },
  ])
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  // Whatever a frame says, the decision is the server's.
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('pending')

  isBad = false
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await host.hear('capture.ready')
})
