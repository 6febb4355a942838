import { html } from 'hono/html'

interface CodePage {
  problem?: 'unknown' | 'too-many'
  retryAfterS?: number
}

const toCopy = ({ problem, retryAfterS = 0 }: CodePage): string | undefined => {
  if (problem === 'unknown') return 'These digits do not work. Check them, or ask for new ones.'
  if (problem === 'too-many') {
    return `There were too many tries. Wait ${Math.ceil(retryAfterS / 60)} minutes, then try again.`
  }
  return undefined
}

/** The digits are never put back into the page: it may be on a screen that others see. */
export const codePage = (state: CodePage) => {
  const problem = toCopy(state)
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${problem ? 'Error: ' : ''}Type your digits</title>
    <link rel="stylesheet" href="/code/code.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main>
      <h1>Type your digits</h1>
      <p id="hint">You were given 8 digits. They open the face check on this device, which needs a camera.</p>
      <form method="post" action="/code">
        <label for="code">Digits</label>
        ${problem ? html`<p id="problem" class="problem" role="alert" data-testid="code-problem">${problem}</p>` : ''}
        <input
          id="code"
          name="code"
          type="text"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          maxlength="20"
          data-testid="code-input"
          aria-describedby="${problem ? 'problem hint' : 'hint'}"
          ${problem ? html`aria-invalid="true"` : ''}
        />
        <button data-testid="code-submit">Continue</button>
      </form>
    </main>
  </body>
</html>`
}
