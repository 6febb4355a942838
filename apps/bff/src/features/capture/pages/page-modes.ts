import type { CaptureSession } from '@visavis/shared/capture-api'
import { isId } from '@visavis/shared/ids'
import { isTestTenant } from '@visavis/shared/test-mode'
import { html } from 'hono/html'
import { allowInline, CAPTURE_POLICY } from '../../../http/security-headers.ts'
import { isOpenAttempt } from '../../authentications/index.ts'
import type { CaptureRepositories } from '../deps.ts'

/**
 * Stands beside the page's own root, so that nothing of the page takes it away, and above all of it: nobody may take a
 * page on which anybody is approved for a real one. The built page does not grow by it.
 */
const TEST_MARK = `<style>
.test-mark{position:fixed;z-index:2147483647;inset:0 0 auto;display:flex;justify-content:center;pointer-events:none}
.test-mark b{padding:1px 12px 2px;border-radius:0 0 6px 6px;background:#ffb454;color:#231400;font:600 11px/1.4 system-ui,sans-serif;letter-spacing:.04em}
</style>
<aside class="test-mark" aria-label="Test"><b>Test</b></aside>
`

export interface PageModes {
  live: Page
  test: Page
}

interface Page {
  html: string
  policy: string
}

const toPage = (html: string): Page => ({ html, policy: allowInline(CAPTURE_POLICY, html) })

/** The built page, and as test mode shows it. */
export const toPageModes = (html: string): PageModes => ({
  live: toPage(html),
  test: toPage(html.replace(/(?=<\/body>)|$/, TEST_MARK)),
})

/** Whether that id is one of a link, of an attempt or an enrolment. */
export const isLinkId = (id: string): boolean => isId('attempt', id) || isId('faceEnrollment', id)

interface ShownPage extends Page {
  /** Whose link it is; `undefined`: there is no such link. */
  partnerName: string | undefined
  isOpen: boolean
}

/** The page in the mode of its link; for what is none, as it is. */
export const choosePage = async (
  { database }: { database: Pick<CaptureRepositories, 'linkJourneys'> },
  { live, test }: PageModes,
  id: string,
): Promise<ShownPage> => {
  const link = isLinkId(id) ? await database.linkJourneys.findLink(id) : undefined
  return {
    ...(link && isTestTenant(link.tenant.id) ? test : live),
    partnerName: link?.tenant.name,
    isOpen: link !== undefined && isOpenAttempt(link.status),
  }
}

/** The page with something for its script to read. */
export const addMeta = async (page: string, name: string, content: string): Promise<string> => {
  const slot = await html`<meta name="${name}" content="${content}" />`
  return page.replace('</title>', () => `</title>\n    ${slot}`)
}

/**
 * The page with the addresses of the engine's files, which it can ask for before its session names them.
 * @param files as in the session
 */
export const nameEngine = (page: string, files: CaptureSession['engine']['files']): Promise<string> =>
  addMeta(page, 'visavis-engine', JSON.stringify(files))
