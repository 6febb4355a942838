/** What others on the page, and other pages, try. Each test ends with the honest way working. */
import { expect, expectUnmoved, run, test } from '../fixtures/attack-test.ts'
import { FORGERIES, HONEST_SCRIPT, honestFrame, withSibling } from '../hosts/attack-pages.ts'
import { dialogHost, stage } from '../hosts/host-pages.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

for (const { who, isAllowed } of [
  { who: 'another origin, with every message there is', isAllowed: false },
  // It even knows the nonce.
  { who: 'the allowed origin itself', isAllowed: true },
]) {
  test(`a sibling frame of ${who}`, async ({ embed, evilSite, partnerSite }) => {
    const site = isAllowed ? partnerSite : evilSite
    const attack = isAllowed
      ? "forge(parent.frames[0], '*', parent.nonceOf()); parent.attacked()"
      : "forge(parent.frames[0], '*'); parent.postMessage('attacked', '*')"
    const sibling = site.serve(stage('', `${FORGERIES}; ${attack}`))
    const { page, host } = await embed(({ verificationUrl }) => withSibling(verificationUrl, sibling), {
      otherOrigins: [site.origin],
    })
    await expect.poll(() => run(page, 'hasNonce')).toBe(true)
    await expect((await host.capture()).screen('start')).toBeVisible()
    await run(page, 'attack')
    await expectUnmoved(host, page)
  })
}

test('the opener of the page, at its frame and at the page itself', async ({
  applicantId,
  bff,
  cameraPage,
  evilSite,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const other = await partner.start(applicantId, partnerSite.redirectUrl)
  const opener = await cameraPage({ scene: 'empty-room' }, { otherOrigins: [evilSite.origin] })
  const open = async (url: string) => {
    await opener.goto(
      evilSite.serve(
        stage(
          '',
          `${FORGERIES}
window.launch = () => { window.opened = window.open(${JSON.stringify(url)}) }
window.attack = () => {
  forge(opened, '*')
  for (let index = 0; index < opened.length; index += 1) forge(opened.frames[index], '*')
}
window.gained = () => ports`,
        ),
      ),
    )
    const [page] = await Promise.all([opener.waitForEvent('popup'), run(opener, 'launch')])
    return page
  }

  const page = await open(partnerSite.serve(stage(honestFrame(started.verificationUrl), HONEST_SCRIPT)))
  const host = new EmbeddingPage(page)
  await expect((await host.capture()).screen('start')).toBeVisible()
  await run(opener, 'attack')
  await expectUnmoved(host, page)
  expect(await host.types()).toEqual(['capture.ready'])
  await page.close()

  // The script's own side: it hears its frame and nobody else, and answers nobody else with the token.
  const shop = await open(partnerSite.serve(dialogHost({ visavis: bff.url, ...other })))
  const shopHost = new EmbeddingPage(shop)
  await shop.getByRole('button', { name: 'Sign in' }).click()
  await shopHost.hear('capture.ready')
  await run(opener, 'attack')
  await (await shopHost.capture()).refuse()
  await shopHost.hear('closed')
  expect(await shopHost.types()).toEqual(['capture.ready', 'capture.aborted', 'closed'])
  expect(await run(opener, 'gained')).toEqual([])
})

test('a copy of the frame on a page of another origin', async ({
  applicantId,
  cameraPage,
  evilSite,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage(
    { scene: 'empty-room' },
    {
      otherOrigins: [evilSite.origin, partnerSite.origin],
      expectedMessages: /frame-ancestors|allowed_frame_origins/,
    },
  )
  const host = new EmbeddingPage(page)
  await page.goto(evilSite.serve(stage(honestFrame(started.verificationUrl), HONEST_SCRIPT)))
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await run(page, 'greet')
  expect(await host.hear('capture.failed')).toMatchObject({ code: 'frame_refused' })
  await expect((await host.frame()).locator('p')).toHaveText(`${evilSite.origin} may not show this page.`)
  expect(await host.types()).toEqual(['capture.failed'])
  // Around an allowed page as well: every window above counts.
  const nested = partnerSite.serve(stage(honestFrame(started.verificationUrl), HONEST_SCRIPT))
  const refusedAgain = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.goto(
    evilSite.serve(stage(`<iframe src="${nested}" allow="camera" width="500" height="800"></iframe>`)),
  )
  await refusedAgain
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('pending')

  await host.open(nested)
  await expectUnmoved(host, page)
})
