import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portraitPhoto } from '@visavis/testing/camera'
import { readSnippet } from '../../scripts/read-snippet.ts'
import { firefox } from '../browsers/firefox.ts'
import type { OtherBrowser } from '../browsers/types.ts'
import { webkit } from '../browsers/webkit.ts'
import { expect, test } from '../fixtures/test.ts'
import { dialogHost, iframeHost, toFrameUrl } from '../hosts/host-pages.ts'

const screenOf = (browser: OtherBrowser) =>
  browser.evaluate("return document.querySelector('[data-screen]')?.dataset.screen ?? null")

const heardBy = (browser: OtherBrowser) =>
  browser.evaluate('return JSON.stringify((window.heard ?? []).map(({ type, code }) => code ?? type))')

/** A frame of the capture that its page gives no camera. */
const withoutAllow = async (verificationUrl: string) =>
  iframeHost(
    `<iframe id="visavis" src="${toFrameUrl(verificationUrl)}"></iframe>`,
    `const onCapture = keep\n${await readSnippet('docs/embed-protocol.md', 'listen')}`,
  )

/** Without a key, so that the link is still nobody's. */
const agreeByHand = async (verificationUrl: string): Promise<void> => {
  const { origin, hash } = new URL(verificationUrl)
  const headers = { authorization: `Bearer ${hash.slice(1)}`, 'sec-fetch-site': 'same-origin' }
  await fetch(`${origin}/capture/session`, { headers })
  await fetch(`${origin}/capture/consent`, { method: 'POST', headers })
}

for (const kind of [firefox, webkit]) {
  test.describe(kind.name, () => {
    test.skip(kind.missing() !== undefined, `needs: ${kind.missing()}`)

    test('from the link to the decision with a chosen photo', async ({
      applicantId,
      partner,
      partnerSite,
    }) => {
      await partner.change({ photo_upload: 'fallback' })
      const started = await partner.start(applicantId, partnerSite.redirectUrl)
      const folder = await mkdtemp(join(tmpdir(), 'visavis-photo-'))
      const photo = join(folder, 'me.jpg')
      await writeFile(photo, await portraitPhoto('ada'))
      const browser = await kind.start()
      try {
        await browser.open(started.verificationUrl)
        await expect.poll(() => screenOf(browser)).toBe('start')
        await browser.click('.button-primary')
        // The camera is blocked or there is none: the way on is a photo.
        await expect.poll(() => screenOf(browser)).toBe('denied')
        // A link of its own: what a frame keeps is apart from what the page itself keeps, so that the first one would be in use.
        const framed = await partner.start(applicantId, partnerSite.redirectUrl)
        await agreeByHand(framed.verificationUrl)
        await browser.open(partnerSite.serve(await withoutAllow(framed.verificationUrl)))
        await expect.poll(() => heardBy(browser)).toContain('camera_policy')
        await browser.open(started.verificationUrl)
        await expect.poll(() => screenOf(browser)).toBe('denied')
        await browser.chooseFile('input[type=file]', photo)
        await expect.poll(() => browser.url(), { timeout: 60_000 }).toContain(partnerSite.origin)
      } finally {
        await browser.close()
        await rm(folder, { recursive: true })
      }
      expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
    })

    test("a partner's page talks to the frame, and ends it", async ({
      applicantId,
      bff,
      partner,
      partnerSite,
    }) => {
      const started = await partner.start(applicantId, partnerSite.redirectUrl)
      const url = partnerSite.serve(dialogHost({ visavis: bff.url, ...started }))
      const browser = await kind.start()
      try {
        await browser.open(url)
        await browser.click('#sign-in')
        await expect.poll(() => heardBy(browser)).toContain('capture.ready')
        await browser.evaluate('window.capture.close()')
        await expect.poll(() => heardBy(browser)).toContain('closed')
        expect(await heardBy(browser)).toContain('capture.aborted')
      } finally {
        await browser.close()
      }
      expect((await partner.readAttempt(started)).status).toBe('capture_aborted')
    })
  })
}
