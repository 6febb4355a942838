/**
 * The messages of the hosted view: `STARTED`, then `INIT_SESSION` from the page around it, then `SUCCESS` or `ERROR`.
 * With `success_url` or `error_url` it goes there after a button, and posts nothing. There is no message for leaving.
 */
export const PAGE_SCRIPT = `
find('cancel').hidden = true
let session
let settings = {}
let host = '*'
const post = (message) => parent.postMessage(message, host)
const leaveTo = (address) => {
  const button = document.createElement('button')
  button.textContent = 'Continue'
  button.dataset.testid = 'continue'
  button.addEventListener('click', () => location.assign(address))
  document.body.append(button)
}
const fail = (code) => {
  sandbox.say('Error ' + code)
  if (!settings.error_url) return post({ eventType: 'ERROR', eventCode: code })
  const address = new URL(settings.error_url)
  address.searchParams.set('yotiErrorCode', String(code))
  leaveTo(address)
}
const CLIENT_CODES = { BAD_TOKEN: 2000, SESSION_NOT_FOUND: 2001, SESSION_EXPIRED: 2002 }
const call = async (path, options = {}) => {
  const address = 'client/' + encodeURIComponent(session.id) + path
  let answer
  try {
    answer = await fetch(address, { ...options, headers: { 'X-Yoti-Auth-Token': session.token } })
  } catch {
    return void fail(3002)
  }
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return body
  fail(CLIENT_CODES[body.code] ?? (answer.status >= 500 ? 3000 : 5004))
}
const start = async (id, token) => {
  if (!token) return fail(2003)
  if (!id) return fail(2004)
  session = { id, token }
  const answer = await call('')
  if (!answer) return
  settings = answer
  sandbox.say('Look into the camera')
  await sandbox.startCamera()
}
sandbox.onCameraRefused = (failure) => fail(failure.name === 'NotFoundError' ? 5000 : 4000)
sandbox.onPicture = async (blob) => {
  const outcome = await call('/selfie', { method: 'POST', body: blob })
  if (!outcome) return
  if (outcome.kind === 'error') return fail(outcome.code)
  if (outcome.kind === 'again') return sandbox.say('Please try again')
  sandbox.stopCamera()
  sandbox.say('Thank you')
  if (settings.success_url) leaveTo(settings.success_url)
  else post({ eventType: 'SUCCESS' })
}
const query = new URLSearchParams(location.search)
if (query.has('sessionID') || query.has('sessionToken')) {
  start(query.get('sessionID'), query.get('sessionToken'))
} else {
  addEventListener('message', (event) => {
    if (event.source !== parent || event.data?.eventType !== 'INIT_SESSION' || session) return
    host = event.origin
    start(event.data.sessionID, event.data.sessionToken)
  })
  post({ eventType: 'STARTED' })
}
`
