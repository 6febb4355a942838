/**
 * Posts its status to the page around it, in `status` of an object, or of a JSON string. The vendor documents the words
 * and neither the shape nor the origin; after a cancellation it documents no message at all.
 */
export const PAGE_SCRIPT = `
const token = new URLSearchParams(location.search).get('token') ?? ''
const call = (path, options) => fetch('client/' + encodeURIComponent(token) + path, options)
const post = (status, isText) => {
  const message = { status }
  parent.postMessage(isText ? JSON.stringify(message) : message, '*')
}
sandbox.onPicture = async (blob) => {
  const answer = await call('/selfie', { method: 'POST', body: blob })
  if (!answer.ok) return sandbox.say('Please try again')
  const { status, isText } = await answer.json()
  sandbox.stopCamera()
  sandbox.say(status === 'APPROVED' ? 'Thank you' : 'That did not work')
  post(status, isText)
}
sandbox.onCancel = async () => {
  await call('/cancel', { method: 'POST' })
  sandbox.stopCamera()
  sandbox.say('Cancelled')
}
call('').then(async (answer) => {
  if (!answer.ok) return sandbox.say('This session is over')
  sandbox.say('Look into the camera')
  await sandbox.startCamera()
})
`
