/** Partners' pages that embed the capture. Each keeps what it hears in `window.heard`. */

interface HostPage {
  /** Origin of Visavis. */
  visavis: string
  verificationUrl: string
}

/** Of a hosted page's address: that of the same capture in a frame. */
export const toFrameUrl = (verificationUrl: string): string => verificationUrl.replace('/verify/', '/frame/')

const toHtml = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`

const KEEP = 'window.heard = []; const keep = (event) => { window.heard.push(event) };'

/** A button that opens the dialog. `confirm`: the page asks before it closes. */
export const dialogHost = ({ visavis, verificationUrl }: HostPage, options = '{}') =>
  toHtml(
    'Dialog',
    `<h1>Shop</h1><button id="sign-in">Sign in with your face</button><p><a href="#terms">Terms</a></p>
<script src="${visavis}/visavis.js"></script>
<script>${KEEP}
document.querySelector('#sign-in').onclick = () => {
  window.capture = Visavis.open({ verificationUrl: ${JSON.stringify(verificationUrl)}, onEvent: keep, ...${options} })
  window.capture.closed.then(() => keep({ type: 'closed' }))
}
</script>`,
  )

/** The element, and no script of the page's own but one with a nonce. */
export const elementHost = ({ visavis, verificationUrl }: HostPage, nonce: string, style = '') =>
  toHtml(
    'Element',
    `<h1>Shop</h1><visavis-capture verification-url="${verificationUrl}"></visavis-capture>
<script nonce="${nonce}">${KEEP}
window.heardWithoutDots = []
const element = document.querySelector('visavis-capture')
for (const type of ['ready', 'started', 'completed', 'aborted', 'failed', 'resized']) {
  element.addEventListener('capture.' + type, ({ detail }) => keep(detail))
  element.addEventListener('capture-' + type, ({ detail }) => heardWithoutDots.push(detail))
}
element.addEventListener('capture-closed', () => keep({ type: 'closed' }))
</script>
<script nonce="${nonce}" src="${visavis}/visavis.js" async></script>`,
    style && `<style nonce="${nonce}">${style}</style>`,
  )

/** Nothing from others but Visavis' frame and script; no inline style at all unless it has the nonce. */
export const strictPolicy = ({ visavis }: Pick<HostPage, 'visavis'>, nonce: string) => ({
  'content-security-policy': [
    "default-src 'none'",
    "base-uri 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    `frame-src ${visavis}`,
    'img-src data:',
    "require-trusted-types-for 'script'",
  ].join('; '),
})

/** A bare iframe in the page's own markup, as the page about the protocol has it. */
export const iframeHost = (markup: string, script = '') =>
  toHtml('Iframe', `<h1>Shop</h1>${markup}${script && `<script>${KEEP}\n${script}</script>`}`)

/** Several frames, each a page of its own. */
export const stage = (body: string, script = '') =>
  toHtml('Stage', `${body}<script>${KEEP}\n${script}</script>`)
