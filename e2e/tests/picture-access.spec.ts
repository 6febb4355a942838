/** Two people for a look at a picture: one asks with a reason, another allows it, and the audit log has all three. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { portraitPhoto } from '@visavis/testing/camera'
import { startBff } from '../../scripts/start-bff.ts'
import { captureByHand } from '../fixtures/capture-by-hand.ts'
import { examine } from '../fixtures/examine-page.ts'
import { createDataDir, ONE_ENGINE, SERVER_TIMEOUT_MS } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { ConsolePage } from '../pages/ConsolePage.ts'

const CLI = 'apps/bff/dist/cli.js'

const test = base.extend<object, object>({
  bff: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const dataDir = await createDataDir()
      const start = () => startBff({ dataDir, env: ONE_ENGINE })
      // The rule is the operator's: said at the terminal, while the server has not the database open.
      await (await start()).stop()
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [CLI, 'console', 'pictures', '--people', '2'],
        { env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' } },
      )
      expect(stdout).toContain('two people')
      const bff = await start()
      await use(bff)
      await bff.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

test('somebody asks to look, a colleague allows it, and the log tells', async ({
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  const begun = await partner.start(applicantId, partnerSite.redirectUrl)
  await captureByHand(begun.verificationUrl, await portraitPhoto('ada'))
  // The session is asked for before there is one; a picture before anybody allowed it.
  const options = { expectedStatuses: [401, 403] }
  const page = await cameraPage({ scene: 'no-camera' }, options)
  const desk = new ConsolePage(page)
  await desk.plugInAuthenticator()
  await desk.register(bff.consoleInvite)

  let invitation = ''
  await test.step('a colleague who may see pictures', async () => {
    await page.getByRole('link', { name: 'Team' }).click()
    await expect(desk.heading).toHaveText('Team')
    await page.getByLabel('Name').fill('Cy')
    await page.getByLabel('Role').selectOption('reviewer')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const made = page.getByRole('region', { name: 'The link for Cy' })
    invitation = (await made.locator('code').textContent()) ?? ''
  })
  const other = await cameraPage({ scene: 'no-camera' }, options)
  const colleague = new ConsolePage(other)
  await colleague.plugInAuthenticator()
  await colleague.register(invitation)

  const picture = page.getByRole('img', { name: 'Selfie of attempt 1' })
  await test.step('no picture without a colleague', async () => {
    await page.getByRole('link', { name: 'Face authentications', exact: true }).click()
    await expect(desk.heading).toHaveText('Face authentications')
    await desk.rows.getByRole('link').first().click()
    await page.getByRole('button', { name: 'Show the picture', exact: true }).click()
    await page.getByRole('combobox', { name: 'Why' }).selectOption({ label: 'A complaint' })
    await examine(page, 'asking a colleague')
    await page.getByRole('button', { name: 'Ask a colleague' }).click()
    await expect(page.getByText('A colleague is asked')).toBeVisible()
    await page.getByRole('button', { name: 'Look again whether it is allowed' }).click()
    await expect(page.getByText('A colleague is asked')).toBeVisible()
    await expect(picture).toHaveCount(0)
  })

  await test.step('nobody answers themselves', async () => {
    await page.getByRole('link', { name: /^Picture requests/ }).click()
    await expect(page.getByText('Nobody asks at the moment.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'You asked' })).toContainText('Not yet answered')
    await page.goBack()
    await expect(desk.heading).toHaveText('Face authentication')
  })

  await test.step('the colleague sees who asks and why, and allows it', async () => {
    await other.reload()
    await other.getByRole('link', { name: 'Picture requests 1 waiting' }).click()
    await expect(colleague.heading).toHaveText('Picture requests')
    const asked = other.getByRole('region', { name: 'Colleagues ask you' })
    await expect(asked.locator('tbody tr')).toContainText(['A complaint'])
    await examine(other, 'picture requests')
    await asked.getByRole('button', { name: /^Allow…/ }).click()
    await other.getByRole('button', { name: 'Allow it' }).click()
    await expect(asked.getByText('Nobody asks at the moment.')).toBeVisible()
  })

  await test.step('then the picture is there, and the colleague has still to ask for their own look', async () => {
    await page.getByRole('button', { name: 'Show the picture', exact: true }).click()
    await expect(picture).toBeVisible()
    await other.getByRole('link', { name: 'Face authentications', exact: true }).click()
    await expect(colleague.heading).toHaveText('Face authentications')
    await colleague.rows.getByRole('link').first().click()
    await other.getByRole('button', { name: 'Show the picture', exact: true }).click()
    await expect(other.getByRole('button', { name: 'Ask a colleague' })).toBeVisible()
  })

  await test.step('who asked, who allowed, who looked', async () => {
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(desk.heading).toHaveText('Audit log')
    const whats = ['Picture looked at', 'Look at a picture allowed', 'Look at a picture asked for']
    for (const what of whats) await expect(desk.rows.filter({ hasText: what })).toHaveCount(1)
  })
})
