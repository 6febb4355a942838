import { directionOf, type Locale } from '@visavis/shared/locales'
import { html } from 'hono/html'
import { createTranslator, type Translate } from '../../../i18n/create-translator.ts'

interface CodePage {
  locale: Locale
  problem?: 'unknown' | 'too-many'
  retryAfterS?: number
}

const toCopy = (translate: Translate, { problem, retryAfterS = 0 }: CodePage): string | undefined => {
  if (problem === 'unknown') return translate('codeUnknown')
  if (problem === 'too-many') return translate('codeTooMany', { minutes: Math.ceil(retryAfterS / 60) })
  return undefined
}

/** The digits are never put back into the page: it may be on a screen that others see. */
export const codePage = (state: CodePage) => {
  const translate = createTranslator(state.locale)
  const problem = toCopy(translate, state)
  return html`<!doctype html>
<html lang="${state.locale}" dir="${directionOf(state.locale)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${problem ? translate('codeErrorPrefix') : ''}${translate('codeTitle')}</title>
    <link rel="stylesheet" href="/code/code.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main>
      <h1>${translate('codeTitle')}</h1>
      <p id="hint">${translate('codeHint')}</p>
      <form method="post" action="/code">
        <label for="code">${translate('codeLabel')}</label>
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
        <button data-testid="code-submit">${translate('codeSubmit')}</button>
      </form>
    </main>
  </body>
</html>`
}
