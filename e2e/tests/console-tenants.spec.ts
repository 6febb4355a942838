import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startBff } from '../../scripts/start-bff.ts'
import { examine } from '../fixtures/examine-page.ts'
import { createDataDir, ONE_ENGINE, SERVER_TIMEOUT_MS } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { ConsolePage } from '../pages/ConsolePage.ts'

const run = promisify(execFile)
const CLI = fileURLToPath(new URL('../../apps/bff/dist/cli.js', import.meta.url))

/** As an operator would make it, before the server runs. */
interface Installation {
  dataDir: string
  /** Of the link for the first operator. */
  token: string
}

const test = base.extend<object, { installation: Installation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const dataDir = await createDataDir()
      const visavis = async (...words: string[]) => {
        const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', VISAVIS_MASTER_KEY: '' }
        return (await run(process.execPath, [CLI, ...words], { env })).stdout
      }
      await visavis('setup', '--name', 'Quay Insurance')
      const invited = await visavis('console', 'invite', '--operator', '--name', 'Robin')
      await use({ dataDir, token: /#(\S+)/.exec(invited)?.[1] ?? '' })
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
  bff: [
    async ({ installation: { dataDir } }, use) => {
      const bff = await startBff({ dataDir, env: ONE_ENGINE })
      await use(bff)
      await bff.stop()
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

test('an operator invites the first admin of a tenant, who works for another one already and switches', async ({
  bff,
  cameraPage,
  installation,
}) => {
  // The operator asks for what is a tenant's; a window shows the tenant of before.
  const options = { expectedStatuses: [403, 409] }
  const open = async () => {
    const page = await cameraPage({ scene: 'no-camera' }, options)
    const desk = new ConsolePage(page)
    await desk.plugInAuthenticator()
    return { page, desk }
  }
  let link = ''

  await test.step('the operator sees tenants, and nothing of their people', async () => {
    const { page, desk } = await open()
    await page.goto(`${bff.url}/console/invite#${installation.token}`)
    await expect(page.getByText('as operator')).toBeVisible()
    await examine(page, 'an invitation')
    await page.getByRole('button', { name: 'Register a passkey' }).click()
    await expect(desk.heading).toHaveText('Installation')
    await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Installation'])
    await expect(page.getByRole('row', { name: /Quay Insurance/ })).toBeVisible()
    await examine(page, 'installation')

    await page.getByRole('button', { name: /^Invite the first… of Quay Insurance/ }).click()
    await expect(page.getByLabel('Name')).toBeFocused()
    await page.keyboard.type('Cy')
    await examine(page, 'an invitation for the first admin')
    await page.getByRole('button', { name: 'Make the link' }).click()
    link = (await page.locator('.secret code').textContent()) ?? ''
    await page.goto(`${bff.url}/console/applicants`)
    await expect(page.getByRole('alert')).toContainText('Your role does not allow this')
  })

  const { page, desk } = await open()
  const tenant = page.locator('.who-name')
  await test.step('with the passkey of one tenant to another, by the link', async () => {
    await desk.register(bff.consoleInvite)
    await expect(page.getByRole('button', { name: 'Switch…' })).toHaveCount(0)
    await page.goto(link)
    await expect(page.getByText('Quay Insurance')).toBeVisible()
    await page.getByRole('button', { name: 'I have a passkey here already' }).click()
    await expect(tenant).toContainText('admin, Quay Insurance')
  })

  await test.step('and back by keyboard; a window that stayed behind follows', async () => {
    const behind = await page.context().newPage()
    await behind.goto(`${bff.url}/console/team`)
    await expect(behind.getByRole('heading', { name: 'Invite somebody' })).toBeVisible()

    await page.getByRole('button', { name: 'Switch…' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('You work for Quay Insurance')
    await examine(page, 'switching')
    await page.getByRole('dialog').getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await expect(tenant).not.toContainText('Quay Insurance')
    await expect(desk.heading).toHaveText('Overview')

    await behind.getByLabel('Name').fill('Eve')
    await behind.getByRole('button', { name: 'Make the link' }).click()
    await expect(behind.getByRole('heading', { level: 1 })).toHaveText('Overview')
    await expect(behind.locator('.who-name')).not.toContainText('Quay Insurance')
    await behind.getByRole('link', { name: 'Team' }).click()
    await expect(behind.getByText('Nobody is invited at the moment.')).toBeVisible()
    await behind.close()
  })

  await test.step('the audit log of each has what was done there', async () => {
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('cell', { name: 'Switched here from another tenant' })).toHaveCount(1)
    await examine(page, 'audit log')
  })
})
