import type { Page } from '@playwright/test'
import { portraitPhoto } from '@visavis/testing/camera'
import { captureByHand } from '../fixtures/capture-by-hand.ts'
import { examine } from '../fixtures/examine-page.ts'
import { failOnIphone } from '../fixtures/fail-on-iphone.ts'
import { createPartner } from '../fixtures/partner.ts'
import { expect, test } from '../fixtures/test.ts'
import { ConsolePage } from '../pages/ConsolePage.ts'

const PASSKEY_NEEDED = {
  status: 403,
  json: { error_type: 'forbidden', error_codes: ['console_passkey_needed'], request_id: 'req' },
}

/**
 * As if the passkey had not been used for five minutes when that is asked for the next time; the authenticator says yes. Not by
 * a route for one time: where the last one goes, Playwright ends its interception, and a request of that moment gets no answer.
 */
const askForPasskeyOnce = async (page: Page, path: string) => {
  let isAsked = false
  await page.route(path, (route) => {
    if (isAsked) return route.continue()
    isAsked = true
    return route.fulfill(PASSKEY_NEEDED)
  })
}

test('an operator finds out why somebody was declined, looks at the picture, and the look is seen', async ({
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { url } = bff
  await fetch(`${url}/webhook-endpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bff.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://127.0.0.1:9/hooks' }),
  })
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  await partner.change({ review: 'on_decline' })
  const begin = () => partner.start(applicantId, partnerSite.redirectUrl)
  await captureByHand((await begin()).verificationUrl, await portraitPhoto('ada'))
  const declined = await begin()
  await failOnIphone((await begin()).verificationUrl)
  await captureByHand(declined.verificationUrl, await portraitPhoto('bea'))
  // The session is asked for before there is one; a viewer asks for a picture by hand;
  // a key without a scope is refused.
  const options = { expectedStatuses: [401, 403, 404, 422] }

  const page = await cameraPage({ scene: 'no-camera' }, options)
  const desk = new ConsolePage(page)
  await desk.plugInAuthenticator()

  await test.step('an invitation, a passkey, and once more with the passkey alone', async () => {
    await page.goto(`${url}/console/audit`)
    await expect(desk.heading).toHaveText('Sign in')
    await examine(page, 'sign-in')
    await page.goto(bff.consoleInvite)
    await expect(page.getByText('as admin')).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    await examine(page, 'invitation')
    await desk.register(bff.consoleInvite)
    await desk.signOut()
    await desk.signIn()
  })

  await test.step('what share fails on iPhones since the last release, and at which step?', async () => {
    const fact = (name: string) => page.locator('.tile', { hasText: name })
    await expect(fact('Face authentications').getByRole('link')).toHaveText(/^\d+$/)
    await examine(page, 'overview')
    await page.getByLabel('From', { exact: true }).fill('2026-01-01')
    await page.getByRole('button', { name: 'Today' }).click()
    await page.getByRole('link', { name: 'iOS phones alone' }).click()
    await expect(page.getByRole('button', { name: /^System: iOS/ })).toBeVisible()
    await expect(fact('Approved')).toContainText('0% of all')
    const stop = page.getByRole('row', { name: /most stop here/ })
    await expect(stop).toContainText('Agreed')
    await expect(page.getByRole('table', { name: 'Why there was no camera' })).toContainText(
      'refused by the person',
    )
    await page.reload()
    await stop.getByRole('link', { name: /^Stopped at Agreed: 1/ }).click()
    await expect(desk.heading).toHaveText('Face authentications')
    await expect(desk.rows).toHaveCount(1)
    await expect(page.getByRole('button', { name: /^Stopped at: Agreed/ })).toBeVisible()
    await page.getByRole('link', { name: 'Face authentications', exact: true }).click()
  })

  await test.step('a filter is a link', async () => {
    await page.getByLabel('Find', { exact: true }).fill(applicantId)
    await page.keyboard.press('Enter')
    await expect(desk.rows).toHaveCount(3)
    await expect(desk.rows).toContainText(['In front of the camera', 'Declined', 'Approved'])
    await examine(page, 'list')
    await page.getByLabel('Status').selectOption({ label: 'Declined' })
    await expect(desk.rows).toHaveCount(1)
    await page.reload()
    await expect(desk.rows).toHaveCount(1)
    await page.getByLabel('Status').selectOption({ label: 'Refused by the person' })
    await expect(page.getByText('Nothing fits')).toBeVisible()
    await page.goBack()
    await expect(desk.rows).toHaveCount(1)
  })

  await test.step('why', async () => {
    await desk.rows.getByRole('link').first().click()
    await expect(desk.heading).toHaveText('Face authentication')
    await expect(desk.heading).toBeFocused()
    const why = page.getByRole('region', { name: 'Why it stands as it does' })
    await expect(why).toContainText('The face is not that of the applicant.')
    const attempt = page.getByRole('region', { name: 'Attempt 1' })
    await expect(attempt).toContainText('the journey asks for 3')
    await expect(page.getByRole('region', { name: 'What happened' })).toContainText('Picture taken')
  })

  const picture = page.getByRole('img', { name: 'Selfie of attempt 1' })
  await test.step('the picture, when it is asked for', async () => {
    await expect(picture).toHaveCount(0)
    await examine(page, 'face authentication')
    await askForPasskeyOnce(page, '**/console/api/pictures/*')
    const show = page.getByRole('button', { name: 'Show the picture', exact: true })
    await show.focus()
    await page.keyboard.press('Enter')
    await expect(picture).toBeVisible()
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100)
    await page.getByRole('button', { name: 'Hide the picture' }).click()
    await expect(picture).toHaveCount(0)
  })

  await test.step('what was declined is accepted by a person, and stays declined', async () => {
    await page.getByRole('link', { name: 'Reviews 1 waiting' }).click()
    await expect(desk.heading).toHaveText('Reviews')
    await expect(desk.rows).toContainText('It was declined')
    await examine(page, 'reviews')
    await desk.rows.getByRole('link').first().click()
    await expect(desk.heading).toHaveText('Review')
    const findings = page.getByRole('region', { name: 'What the machine found' })
    await expect(findings).toContainText('the journey asks for 3')
    for (const name of ['Selfie', /^On file since/]) {
      await page.getByRole('figure', { name }).getByRole('button').click()
      await expect(page.getByRole('figure', { name }).getByRole('img')).toBeVisible()
    }
    await examine(page, 'review')
    await page.getByRole('radio', { name: 'Accept' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('In words').fill('Same scar.')
    await page.getByLabel('Reason').focus()
    await page.getByRole('button', { name: 'Accept' }).press('Enter')
    const said = page.getByRole('region', { name: 'What people said' })
    await expect(said).toContainText('Accepted by a person')
    await expect(said).toContainText('“Same scar.”')
    await expect(said.getByRole('heading')).toBeFocused()
    await expect(page.getByRole('link', { name: 'Reviews', exact: true })).toBeVisible()
    await examine(page, 'reviewed')
    await page.getByRole('link', { name: 'All of this face authentication' }).click()
    const why = page.getByRole('region', { name: 'Why it stands as it does' })
    await expect(why).toContainText(/Declined.*Accepted by a person.*The same person/)
    expect(await partner.read(declined.faceAuthenticationId)).toMatchObject({ status: 'declined' })
  })

  await test.step('whose it was', async () => {
    await page.getByRole('link', { name: 'Applicants' }).click()
    await expect(desk.heading).toHaveText('Applicants')
    await expect(desk.rows.first()).toBeVisible()
    await examine(page, 'applicants')
    await page.getByLabel('Find', { exact: true }).fill(applicantId)
    await page.keyboard.press('Enter')
    await expect(desk.heading).toHaveText('Applicant')
    await expect(page.getByRole('region', { name: 'Lockout' })).toContainText('Not locked')
    const rows = page.getByRole('region', { name: 'Face authentications' }).locator('tbody tr')
    await expect(rows).toContainText(['Declined', 'Approved'])
    await examine(page, 'applicant')
  })

  await test.step('an endpoint is tested, and shown what was sent', async () => {
    await page.getByRole('link', { name: 'Webhooks' }).click()
    await expect(desk.heading).toHaveText('Webhooks')
    await page.getByRole('button', { name: 'Send a test' }).first().click()
    await expect(page.getByRole('status').filter({ hasText: 'as event' })).toBeVisible()
    await examine(page, 'webhooks')
    await page.getByRole('link', { name: 'What was sent' }).first().click()
    await expect(desk.heading).toHaveText('Webhook')
    await page.getByRole('button', { name: 'Show' }).first().click()
    await expect(page.getByText('"face_authentication_id"').first()).toBeVisible()
    await examine(page, 'webhook')
  })

  await test.step('who looked', async () => {
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(desk.heading).toHaveText('Audit log')
    await page.getByLabel('What').selectOption({ label: 'Picture looked at' })
    await expect(desk.rows).toHaveCount(3)
    await expect(desk.rows.first()).toContainText(/Picture looked at\s*Console user cusr_[a-z2-7]{26}/)
    await examine(page, 'audit log')
  })

  await test.step('that they were allowed to look, and what they said', async () => {
    const user = await desk.rows.first().locator('code').first().textContent()
    await page.goto(`${url}/console/audit?actor_id=${user}`)
    for (const what of ['Confirmed with the passkey', 'Face authentication reviewed']) {
      await expect(desk.rows.filter({ hasText: what })).toHaveCount(1)
    }
  })

  await test.step('who deleted this face', async () => {
    const faceId = await partner.deleteFace(applicantId)
    await page.getByRole('link', { name: 'Audit log' }).click()
    await page.getByLabel('Done to').fill(faceId)
    await page.keyboard.press('Enter')
    await expect(desk.rows.first()).toContainText(/Face deleted\s*API key key_[a-z2-7]{26}/)
  })

  let viewerUrl = ''
  await test.step('a colleague is invited by a link that is shown once', async () => {
    await page.getByRole('link', { name: 'Team' }).click()
    await expect(desk.heading).toHaveText('Team')
    await expect(desk.rows).toHaveCount(1)
    await examine(page, 'team')
    await askForPasskeyOnce(page, '**/console/api/invites')
    await page.getByLabel('Name').fill('Cy')
    await page.getByRole('button', { name: 'Make the link' }).press('Enter')
    const made = page.getByRole('region', { name: 'The link for Cy' })
    await expect(made.getByRole('heading')).toBeFocused()
    viewerUrl = (await made.locator('code').textContent()) ?? ''
    await expect(page.getByRole('region', { name: 'Open invitations' })).toContainText('Cy')
    await examine(page, 'a link for somebody')
  })

  await test.step('a viewer sees no picture, and that they asked is seen', async () => {
    const other = await cameraPage({ scene: 'no-camera' }, options)
    const viewer = new ConsolePage(other)
    await viewer.plugInAuthenticator()
    await viewer.register(viewerUrl)
    for (const name of ['Audit log', 'Keys', 'Team']) {
      await expect(other.getByRole('link', { name })).toHaveCount(0)
    }
    await other.goto(`${url}/console/authentications/${declined.faceAuthenticationId}`)
    await expect(other.getByText('Your role sees none').first()).toBeVisible()
    await expect(other.getByRole('button', { name: 'Show the picture' })).toHaveCount(0)
    const found = await other.evaluate(async (id) => {
      const answer = await fetch(`/console/api/face-authentications/${id}`)
      const { attempts } = await answer.json()
      return (await fetch(`/console/api/pictures/${attempts[0].pictures[0].id}`)).status
    }, declined.faceAuthenticationId)
    expect(found).toBe(403)
    await page.goto(`${url}/console/audit?action=picture.deny`)
    await expect(desk.rows).toHaveCount(1)
    // A link that was used opens nothing.
    await other.goto(viewerUrl)
    await expect(other.getByText('This invitation was used')).toBeVisible()
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByRole('button', { name: 'Remove… Cy' }).click()
    await examine(page, 'the question before somebody is removed')
    await page.getByRole('button', { name: 'Remove for good' }).click()
    await expect(desk.rows.filter({ hasText: 'Cy' })).toHaveCount(0)
    await other.goto(`${url}/console`)
    await expect(viewer.heading).toHaveText('Sign in')
  })

  await test.step('a key is made, shown once, used and revoked', async () => {
    await page.getByRole('link', { name: 'Keys' }).click()
    await expect(desk.heading).toHaveText('Keys')
    await page.getByRole('link', { name: 'New key or client' }).click()
    await page.getByLabel('Name').fill('Shop')
    await page.getByRole('button', { name: 'Create it' }).click()
    await expect(page.getByText('Choose at least one.')).toBeVisible()
    await examine(page, 'new key')
    await page.getByLabel('applicant:*').check()
    await page.getByRole('button', { name: 'Create it' }).press('Enter')
    const made = page.getByRole('region', { name: 'Copy it now' })
    await expect(made.getByRole('heading')).toBeFocused()
    await examine(page, 'a key that is shown once')
    const key = (await made.locator('code').textContent()) ?? ''
    const create = async () => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      return (await fetch(`${url}/applicants`, { method: 'POST', headers, body: '{}' })).status
    }
    expect(await create()).toBe(201)
    await page.getByRole('link', { name: 'Done, to all keys' }).click()
    const row = desk.rows.filter({ hasText: `Shop …${key.slice(-4)}` })
    await expect(row).toContainText('Active')
    await expect(page.getByText(key)).toHaveCount(0)
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await examine(page, 'keys')
    await row.getByRole('button', { name: 'Revoke…' }).click()
    await expect(page.getByRole('dialog')).toContainText(`Revoke “Shop” (…${key.slice(-4)})?`)
    await page.getByRole('button', { name: 'Revoke for good' }).click()
    await expect(row).toHaveCount(0)
    expect(await create()).toBe(401)
  })

  await test.step('a test key begins test mode, which has pages and data of its own', async () => {
    await page.getByRole('link', { name: 'New key or client' }).click()
    await page.getByLabel('Mode').selectOption('Test')
    await page.getByLabel('admin').check()
    await page.getByRole('button', { name: 'Create it' }).click()
    const made = page.getByRole('region', { name: 'Copy it now' })
    const key = (await made.locator('code').textContent()) ?? ''
    const tester = await createPartner({ url, apiKey: key }, partnerSite)
    const startAs = async (name: string) =>
      (await tester.start(await tester.know(name), partnerSite.redirectUrl)).verificationUrl
    await captureByHand(await startAs('test_declined'), await portraitPhoto('ada'))
    await made.getByRole('link', { name: 'test mode' }).click()
    await expect(desk.heading).toHaveText('Keys')
    await expect(page).toHaveTitle(/^Test: /)
    await expect(desk.rows).toContainText([`…${key.slice(-4)}`])
    await page.getByRole('link', { name: 'Face authentications' }).click()
    await expect(desk.rows).toHaveCount(1)
    await expect(desk.rows).toContainText(['Declined'])
    await examine(page, 'test mode')
    await page.reload()
    await expect(desk.rows).toHaveCount(1)
    await page.goto(await startAs('test_approved'))
    await expect(page.getByRole('complementary', { name: 'Test' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Agree and start' })).toBeVisible()
    await examine(page, 'the page of a test link')
    await page.goto(`${url}/console/test`)
    await page.getByRole('link', { name: 'To the live data' }).click()
    await page.getByRole('link', { name: 'Face authentications' }).click()
    // Other tests' are there, too.
    const ours = page.locator(`a[href$="${declined.faceAuthenticationId}"]`)
    await expect(desk.rows.filter({ has: ours })).toHaveCount(1)
  })

  await test.step('journeys are found behind the first page of them, too', async () => {
    for (let n = 1; n <= 26; n += 1) {
      await fetch(`${url}/user-journeys`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bff.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: `Branch ${n}`, provider: 'embedded' }),
      })
    }
    await page.getByRole('link', { name: 'Journeys' }).click()
    await expect(desk.heading).toHaveText('Journeys')
    await expect(desk.rows).toHaveCount(25)
    const oldest = (await desk.rows.first().textContent()) ?? ''
    await page.getByRole('button', { name: 'Newer' }).click()
    await expect(desk.rows.first()).not.toHaveText(oldest)
    await expect(page).toHaveURL(/skip=/)
    await examine(page, 'more journeys')
    await page.getByRole('button', { name: 'Oldest' }).click()
    await expect(desk.rows.first()).toHaveText(oldest)
  })

  await test.step('the person is erased, with a receipt', async () => {
    await page.goto(`${url}/console/applicants/${applicantId}`)
    await page.getByRole('button', { name: 'Erase this person…' }).click()
    await expect(page.getByRole('dialog')).toContainText('cannot be undone')
    await examine(page, 'the question before an erasure')
    await askForPasskeyOnce(page, '**/anonymize')
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await expect(page.getByText('Everything personal was erased.')).toBeVisible()
    await examine(page, 'erased')
  })
})
