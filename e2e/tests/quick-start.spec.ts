/** What the pages for partners tell them to write is written here. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readSnippet } from '../../scripts/read-snippet.ts'
import { expect, test } from '../fixtures/test.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

const EMBED = fileURLToPath(new URL('../../packages/embed/dist', import.meta.url))
const IMPORTS = '<script type="importmap">{"imports":{"@visavis/embed":"/embed/index.js"}}</script>'

const toPage = (body: string) => `<!doctype html><link rel="icon" href="data:,"><title>Shop</title>${body}`

interface PartnersCode {
  startEnrolment(
    journeyId: string,
    redirectUrl: string,
  ): Promise<{ applicantId: string; verificationUrl: string }>
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
  await writeFile(file, await readSnippet('docs/quick-start.md', 'server'))
  process.env.VISAVIS_URL = bff.url
  process.env.VISAVIS_API_KEY = bff.apiKey
  const code = (await import(pathToFileURL(file).href)) as PartnersCode
  const enrolment = await code.startEnrolment(partner.userJourneyId, partnerSite.redirectUrl)
  expect(enrolment.verificationUrl).toContain(`${bff.url}/verify/`)
  const started = await code.startSignIn(applicantId, partner.userJourneyId, partnerSite.redirectUrl)
  expect(await code.isApproved(started.id)).toBe(false)

  const snippet = (await readSnippet('docs/quick-start.md', 'page')).replace('https://id.example', bff.url)
  const html = toPage(snippet)
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

test("the README's lines, by the script and by the package", async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const [first, second] = [
    await partner.start(applicantId, partnerSite.redirectUrl),
    await partner.start(applicantId, partnerSite.redirectUrl),
  ]
  const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [partnerSite.origin] })
  const host = new EmbeddingPage(page)
  const toGiven = ({ verificationUrl }: typeof first) =>
    `const verificationUrl = ${JSON.stringify(verificationUrl)}`
  const script = (await readSnippet('README.md', 'script')).replace('https://id.example', bff.url)
  const ask = "const askMyServer = (id) => location.assign('/asked?' + id)"
  await host.open(partnerSite.serve(toPage(`<script>${toGiven(first)}; ${ask}</script>${script}`)))
  await (await host.capture()).begin()
  await page.waitForURL(`${partnerSite.origin}/asked?${first.faceAuthenticationId}`)

  const module = await readSnippet('packages/embed/README.md', 'open')
  const given = `${toGiven(second)}; const button = document.querySelector('button')`
  await page.route(`${partnerSite.origin}/embed/**`, (route) =>
    route.fulfill({ path: join(EMBED, new URL(route.request().url()).pathname.slice('/embed'.length)) }),
  )
  const body = `${IMPORTS}<button>Sign in</button><script type="module">${given}\n${module}</script>`
  await host.open(partnerSite.serve(toPage(body)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await (await host.capture()).begin()
  await page.waitForURL(`${partnerSite.origin}/signed-in?id=${second.faceAuthenticationId}`)
})
