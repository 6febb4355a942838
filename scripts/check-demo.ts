import { browserCamera, type PersonName, portraitPhoto, turningCamera } from '@visavis/testing/camera'
import { openBrowser } from '../e2e/fixtures/open-browser.ts'
import { watchContext } from '../e2e/fixtures/watch-context.ts'
import { DemoPage } from '../e2e/pages/DemoPage.ts'
import { HostedPage } from '../e2e/pages/HostedPage.ts'

interface Case {
  name: 'approved' | 'declined' | 'guidance'
  enrolled: PersonName
  /** JavaScript that puts somebody, or nobody, before the camera. */
  camera: () => Promise<string>
}

/** Ada, who turns her head when the page asks. */
const camera = () => turningCamera('head', { person: 'ada' })
const CASES: readonly Case[] = [
  { name: 'approved', enrolled: 'ada', camera },
  { name: 'declined', enrolled: 'bea', camera },
  { name: 'guidance', enrolled: 'ada', camera: () => browserCamera('empty-room') },
]

/** The person at the terminal is waiting; nothing in the journey takes half as long. */
const CASE_TIMEOUT_MS = 45_000

export interface CheckedCase {
  name: string
  isOk: boolean
  /** What was seen, or what went wrong. */
  detail: string
  /** From the first page to the end. */
  wholeMs: number
  /** From the moment the camera is allowed to the decision, or to the guidance. */
  cameraMs: number
}

const checkCase = async ({ name, enrolled, camera }: Case, url: string): Promise<CheckedCase> => {
  const { context, close } = await openBrowser({ scene: 'no-camera' })
  context.setDefaultTimeout(CASE_TIMEOUT_MS)
  const watch = watchContext(context, { origin: url })
  const startedAt = performance.now()
  let begunAt = startedAt
  try {
    const page = await context.newPage()
    await page.addInitScript(await camera())
    const demo = new DemoPage(page, url)
    const hosted = new HostedPage(page)
    await demo.open()
    await demo.enrol(await portraitPhoto(enrolled))
    await demo.signIn()
    await hosted.screen('start').waitFor()
    begunAt = performance.now()
    await hosted.begin()
    const seen =
      name === 'guidance'
        ? await hosted.guidance.and(page.locator('[data-code=no_face]')).getAttribute('data-code')
        : await demo.readDecision()
    const endedAt = performance.now()
    const expected = name === 'guidance' ? 'no_face' : name
    const problems = watch.problems()
    return {
      name,
      isOk: seen === expected && problems.length === 0,
      detail: [`saw ${seen}`, ...problems].join('; '),
      wholeMs: endedAt - startedAt,
      cameraMs: endedAt - begunAt,
    }
  } catch (failure) {
    const now = performance.now()
    const detail = [String(failure), ...watch.problems()].join('; ')
    return { name, isOk: false, detail, wholeMs: now - startedAt, cameraMs: now - begunAt }
  } finally {
    await close()
  }
}

/** Drives the demo site in a real browser with each picture in front of its camera, one after another. */
export const checkDemo = async (url: string, onCase: (checked: CheckedCase) => void): Promise<boolean> => {
  let isOk = true
  for (const one of CASES) {
    const checked = await checkCase(one, url)
    onCase(checked)
    isOk &&= checked.isOk
  }
  return isOk
}
