import { expect, test } from '../fixtures/test.ts'
import { dialogHost } from '../hosts/host-pages.ts'
import { ClaimPage, otherNumber } from '../pages/ClaimPage.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('a capture goes on with a phone; the computer follows and goes back', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const computer = await cameraPage({ scene: 'no-camera' }, { expectedStatuses: [401] })
  const desk = new HostedPage(computer)
  await desk.open(started.verificationUrl)
  await desk.usePhone()
  const { url, number, digits } = await desk.readHandoff()
  expect(url).toMatch(/\/handoff#hnd_/)
  expect(digits).toMatch(/^\d{4} \d{4}$/)

  const phone = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [422] })
  const claim = new ClaimPage(phone)
  await claim.open(url)
  await expect(claim.asking).toContainText('Chrome')
  await claim.type(otherNumber(number))
  await expect(claim.trouble).toHaveAttribute('data-code', 'wrong')
  // As the keyboard of an Arabic phone does.
  await claim.type(number.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))))

  const hand = new HostedPage(phone)
  await expect(hand.screen('start')).toBeVisible()
  await expect(desk.screen('handoff')).toContainText('Your phone is connected')
  // A page that was loaded again goes on following.
  await computer.reload()
  await expect(desk.screen('handoff')).toContainText('Your phone is connected')

  await hand.begin()
  await computer.waitForURL(`${partnerSite.origin}/**`)
  await expect(hand.screen('done')).toContainText('Back to your other device')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a hand-off can be taken back, and an old code opens nothing', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const computer = await cameraPage({ scene: 'no-camera' })
  const desk = new HostedPage(computer)
  await desk.open(started.verificationUrl)
  await desk.usePhone()
  const { url } = await desk.readHandoff()
  await desk.screen('handoff').getByRole('button', { name: 'Stay on this device' }).click()
  await expect(desk.screen('start')).toBeVisible()

  const phone = await cameraPage({ scene: 'no-camera' }, { expectedStatuses: [404] })
  const claim = new ClaimPage(phone)
  await claim.open(url)
  await expect(claim.invalid).toBeVisible()
  await phone.getByRole('link', { name: 'Type the digits instead' }).click()
  await phone.waitForURL('**/code')
  await expect(phone.getByRole('textbox')).toBeVisible()
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('from inside a frame: the page around hears of the end', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const computer = await cameraPage({ scene: 'no-camera' })
  const host = new EmbeddingPage(computer)
  await host.open(partnerSite.serve(dialogHost({ visavis: bff.url, ...started })))
  await computer.getByRole('button', { name: 'Sign in with your face' }).click()
  const desk = await host.capture()
  await desk.usePhone()
  const phone = await cameraPage({ scene: 'portrait' })
  await new ClaimPage(phone).takeOver(await desk.readHandoff())
  await new HostedPage(phone).begin()
  expect(await host.hear('capture.completed')).toMatchObject({
    attemptId: started.attemptId,
    id: started.faceAuthenticationId,
  })
  await host.hear('closed')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})
