/**
 * What the stand-ins for vendors' browser scripts draw: a camera, and the test ids `sdk-take`, `sdk-upload`,
 * `sdk-cancel`, `sdk-status`. JavaScript to begin such a script with: `openPanel({ title, takeText, container,
 * styles, onPicture, onCancel, onNoCamera })` gives `{ say, setBusy, close }`. Without `styles` it sets none: inline
 * ones would need another rule in the page's policy.
 */
export const SDK_PANEL = `
const openPanel = ({ title, takeText, container, styles = {}, onPicture, onCancel, onNoCamera }) => {
  const box = document.createElement('div')
  const add = (tag, id, text) => {
    const element = document.createElement(tag)
    if (id) element.dataset.testid = id
    if (text) element.textContent = text
    box.append(element)
    return element
  }
  const style = (element, css) => { if (css) element.style.cssText = css }
  style(box, styles.box)
  add('h2', '', title)
  const video = add('video')
  video.autoplay = video.muted = video.playsInline = true
  video.width = 320
  style(video, styles.video)
  const status = add('p', 'sdk-status')
  status.setAttribute('role', 'status')
  const take = add('button', 'sdk-take', takeText)
  take.disabled = true
  const upload = add('input', 'sdk-upload')
  upload.type = 'file'
  upload.setAttribute('aria-label', 'Choose a picture')
  const cancel = add('button', 'sdk-cancel', 'Cancel')
  container.append(box)
  let stream
  let isGone = false
  const stop = (opened) => { for (const track of opened?.getTracks() ?? []) track.stop() }
  take.addEventListener('click', () => {
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d').drawImage(video, 0, 0)
    canvas.toBlob(onPicture, 'image/jpeg', 0.92)
  })
  upload.addEventListener('change', () => upload.files[0] && onPicture(upload.files[0]))
  cancel.addEventListener('click', onCancel)
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } }).then(async (opened) => {
    if (isGone) return stop(opened)
    stream = opened
    video.srcObject = opened
    await video.play()
    take.disabled = false
  }).catch(onNoCamera)
  return {
    say: (text) => { status.textContent = text },
    setBusy: (isBusy) => { take.disabled = isBusy || !stream },
    close: () => {
      isGone = true
      stop(stream)
      box.remove()
    },
  }
}`
