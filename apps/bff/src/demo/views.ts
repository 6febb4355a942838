import { html } from 'hono/html'
import type { Decision } from './partner-server.ts'

type Markup = ReturnType<typeof html>

const page = (title: string, content: Markup) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="stylesheet" href="/demo/demo.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <header class="bar">
      <a class="brand" href="/demo">Harbour Bank</a>
      <span class="tag">Visavis demo</span>
    </header>
    <main>${content}</main>
  </body>
</html>`

const ERROR_COPY: Record<string, string> = {
  image__required: 'Choose a photo first.',
  image_too_large: 'That photo is larger than 5 MB. Choose a smaller one.',
  image_type_unsupported: 'That file is not a JPEG or PNG photo. Choose another one.',
  image__no_face: 'We could not find a face in that photo. Choose one that shows you from the front.',
  image__several_faces: 'There is more than one face in that photo. Choose one with only you in it.',
  image__face_too_small: 'Your face is too small in that photo. Choose a closer one.',
  image__face_turned: 'Your face is turned away in that photo. Choose one that looks straight ahead.',
  image__face_blurry: 'That photo is blurred. Choose a sharper one.',
}

const toCopy = (errorCodes: readonly string[]): string =>
  ERROR_COPY[errorCodes[0] ?? ''] ?? 'That photo cannot be used. Choose another one.'

interface HomeState {
  isEnrolled?: boolean
  errorCodes?: readonly string[]
}

export const homePage = ({ isEnrolled = false, errorCodes }: HomeState) =>
  page(
    'Harbour Bank · Visavis demo',
    html`<h1>Sign in with a look</h1>
      <p class="lead">
        A small partner site in front of Visavis. Enrol one photo of your face, then prove with the camera that it is
        still you. Nothing leaves this machine.
      </p>
      ${errorCodes ? html`<p class="error" role="alert" data-testid="demo-error">${toCopy(errorCodes)}</p>` : ''}
      <ol class="steps">
        <li class="card ${isEnrolled ? 'is-done' : ''}">
          <h2>Enrol your face</h2>
          ${isEnrolled ? enrolledForm : enrolForm}
        </li>
        <li class="card ${isEnrolled ? '' : 'is-waiting'}">
          <h2>Sign in with your face</h2>
          <p>
            The bank’s server opens a face authentication and sends you to the capture page. There you turn your head a
            little, twice, to the side it says; then the picture takes itself.
          </p>
          <form method="post" action="/demo/start">
            <button class="primary" data-testid="demo-start" ${isEnrolled ? '' : 'disabled'}>
              Sign in with your face
            </button>
          </form>
        </li>
      </ol>`,
  )

const enrolForm = html`<p>Once, when you open your account. JPEG or PNG, up to 5 MB.</p>
  <form method="post" action="/demo/enrol" enctype="multipart/form-data">
    <label for="photo">Photo of your face</label>
    <input
      id="photo"
      name="photo"
      type="file"
      accept="image/jpeg,image/png"
      required
      data-testid="demo-enrol-file"
    />
    <button class="primary" data-testid="demo-enrol-submit">Enrol this photo</button>
  </form>`

const enrolledForm = html`<p data-testid="demo-enrolled">Your face is enrolled.</p>
  <form method="post" action="/demo/forget">
    <button data-testid="demo-forget">Start over with another photo</button>
  </form>`

const DECISION_COPY: Record<string, { title: string; text: string }> = {
  approved: { title: 'Welcome back', text: 'The face in front of the camera is the one you enrolled.' },
  declined: {
    title: 'We could not sign you in',
    text: 'What was in front of the camera did not pass for you. The codes below say why.',
  },
  refused: { title: 'You said no', text: 'No picture was taken. Sign in another way, or start again.' },
  inconclusive: {
    title: 'Not this way',
    text: 'No usable picture was taken, and there is no try left. Sign in another way.',
  },
  retry_required: { title: 'Not finished', text: 'No usable picture was taken. You can try again.' },
}

const OTHER_COPY = { title: 'Still under way', text: 'There is no decision yet. Load this page again.' }

export const resultPage = (decision: Decision | undefined) => {
  if (!decision) {
    return page(
      'Not found · Visavis demo',
      html`<h1>There is nothing here</h1>
        <p class="lead">This address does not belong to a sign-in of yours.</p>
        <p><a class="button" href="/demo">Back to the start</a></p>`,
    )
  }
  const { title, text } = DECISION_COPY[decision.status] ?? OTHER_COPY
  return page(
    `${title} · Visavis demo`,
    html`<section class="card decision" data-testid="demo-decision" data-status="${decision.status}">
        <p class="status is-${decision.status}">${decision.status}</p>
        <h1>${title}</h1>
        <p class="lead">${text}</p>
        <form method="post" action="/demo/start">
          <button class="primary" data-testid="demo-again">Sign in again</button>
        </form>
        <p><a href="/demo">Back to the start</a></p>
      </section>
      <section class="card">
        <h2>What the bank’s server read</h2>
        <p><code>GET /face-authentications/${decision.id}</code></p>
        <pre data-testid="demo-json">${JSON.stringify(decision, null, 2)}</pre>
        <p class="note">
          The browser came back with an id only. The decision is never in the address: it is read here, server to
          server, with the API key.
        </p>
      </section>`,
  )
}
