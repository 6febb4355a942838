/** Takes the README's picture from the running demo: `node e2e/readme-picture.ts`, after `pnpm build`. */
import { fileURLToPath } from 'node:url'
import { portraitPhoto, turningCamera } from '@visavis/testing/camera'
import sharp from 'sharp'
import { startBff } from '../scripts/start-bff.ts'
import { openBrowser } from './fixtures/open-browser.ts'
import { DemoPage } from './pages/DemoPage.ts'
import { HostedPage } from './pages/HostedPage.ts'

const OUTPUT = fileURLToPath(new URL('../docs/images/capture.png', import.meta.url))
const PHONE = { width: 390, height: 780 }
const GAP = 24

const bff = await startBff()
const { context, close } = await openBrowser({ scene: 'no-camera' })
try {
  const page = await context.newPage()
  await page.addInitScript(await turningCamera('head'))
  await page.setViewportSize(PHONE)
  // Screens fade in otherwise, and the picture shows them half there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const demo = new DemoPage(page, bff.url)
  const hosted = new HostedPage(page)
  await demo.open()
  await demo.enrol(await portraitPhoto('ada'))
  await demo.signIn()
  await hosted.screen('start').waitFor()
  const pictures = [await page.screenshot()]
  await hosted.begin()
  await page.locator('.turn-ring .oval-progress').first().waitFor()
  pictures.push(await page.screenshot())
  await demo.readDecision()
  pictures.push(await page.screenshot())

  const width = PHONE.width * pictures.length + GAP * (pictures.length + 1)
  await sharp({ create: { width, height: PHONE.height + 2 * GAP, channels: 3, background: '#d9e0e4' } })
    .composite(pictures.map((input, n) => ({ input, left: GAP + n * (PHONE.width + GAP), top: GAP })))
    .png({ palette: true, quality: 85 })
    .toFile(OUTPUT)
} finally {
  await close()
  await bff.stop()
}
