import { expect, test } from '../fixtures/test.ts'

// What the pages load and run is looked at by `cameraPage`: nothing of another host, nothing that their policy forbids.

test('the documentation is searched, read and left for the API reference, all on the server', async ({
  bff,
  cameraPage,
}) => {
  const page = await cameraPage({ scene: 'no-camera' })
  await page.goto(`${bff.url}/docs`)
  await page.getByRole('link', { name: 'Quick start' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('From nothing to "approved"')

  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('webhook signature')
  await page.getByRole('option').first().click()
  await expect(page).toHaveURL(/\/docs\/webhooks/)

  await page.getByRole('link', { name: 'API reference' }).first().click()
  await expect(page.getByText('/face-authentications', { exact: true }).first()).toBeVisible()
  // Whoever comes by the address finds the same.
  await page.reload()
  await expect(page.getByText('/face-authentications', { exact: true }).first()).toBeVisible()
  await page.goto(`${bff.url}/docs/errors`)
  await expect(page.getByRole('heading', { name: 'Error and response codes' })).toBeVisible()
})
