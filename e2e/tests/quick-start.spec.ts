/** What `docs/quick-start.md` tells people to type is typed here. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runExample } from '../fixtures/run-example.ts'
import { expect, test } from '../fixtures/test.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

const readSnippet = async (name: string): Promise<string> => {
  const docs = await readFile(new URL('../../docs/quick-start.md', import.meta.url), 'utf8')
  const snippet = new RegExp(`<!-- test: ${name} -->\\s*\`\`\`\\w+\\n([^]*?)\`\`\``).exec(docs)?.[1]
  if (!snippet) throw new Error(`docs/quick-start.md has no snippet "${name}"`)
  return snippet
}

test('the shop of the second step', async ({ bff, cameraPage }) => {
  const typed = (await readSnippet('example'))
    .replace(/^export VISAVIS_API_KEY=.*$/m, `export VISAVIS_API_KEY=${bff.apiKey}`)
    .replace('npx -y -p node@24 -p pnpm@12 pnpm', 'pnpm')
  const shop = await runExample({ command: ['bash', '-euc', typed], folder: '.' }, { ...bff, apiKey: '' })
  try {
    const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [shop.origin] })
    const host = new EmbeddingPage(page)
    await host.open(shop.origin)
    await page.getByRole('button', { name: 'Add my face' }).click()
    await (await host.capture()).begin()
    await expect(page.getByText('Your face is on file')).toBeVisible()
    await expect.poll(() => host.frames()).toEqual([])
    await page.getByRole('button', { name: 'Sign in with my face' }).click()
    await (await host.capture()).begin()
    await expect(page.getByText('approved')).toBeVisible()
  } finally {
    await shop.stop()
  }
})

interface PartnersCode {
  startSignIn(
    applicantId: string,
    journeyId: string,
    redirectUrl: string,
  ): Promise<{ id: string; verificationUrl: string }>
  isApproved(id: string): Promise<boolean>
}

test("the lines for one's own server and page", async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}, testInfo) => {
  const file = join(testInfo.outputPath(), 'server.mjs')
  await writeFile(file, await readSnippet('server'))
  process.env.VISAVIS_URL = bff.url
  process.env.VISAVIS_API_KEY = bff.apiKey
  const code = (await import(pathToFileURL(file).href)) as PartnersCode
  const started = await code.startSignIn(applicantId, partner.userJourneyId, partnerSite.redirectUrl)
  expect(await code.isApproved(started.id)).toBe(false)

  const snippet = (await readSnippet('page')).replace('https://id.example', bff.url)
  const html = `<!doctype html><link rel="icon" href="data:,"><title>Shop</title>${snippet}`
  const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [partnerSite.origin] })
  await page.route(`${partnerSite.origin}/sign-in`, (route) =>
    route.fulfill({ json: { verificationUrl: started.verificationUrl } }),
  )
  const host = new EmbeddingPage(page)
  await host.open(partnerSite.serve(html))
  await page.getByRole('button', { name: 'Sign in with your face' }).click()
  await (await host.capture()).begin()
  await page.waitForURL(`${partnerSite.origin}/signed-in`)
  expect(await code.isApproved(started.id)).toBe(true)
})
