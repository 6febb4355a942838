import { html, raw } from 'hono/html'

interface CapturePageOptions {
  title: string
  /**
   * JavaScript that runs after the page's own. It finds `sandbox`: `startCamera()`, `say(text)`, `setBusy(isBusy)`,
   * and sets `sandbox.onPicture = async (blob) => …` and `sandbox.onCancel = () => …`.
   */
  script: string
}

/**
 * A page like the one a vendor hosts: shows the camera, takes a picture by `getUserMedia` or from a file, and hands
 * it to the vendor's script. Test ids: `take`, `upload`, `cancel`, `status`.
 */
export const renderCapturePage = ({ title, script }: CapturePageOptions) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 1rem system-ui; margin: 0; padding: 1rem; text-align: center; background: #fff; color: #222 }
video { width: min(100%, 20rem); background: #ddd; border-radius: .5rem }
</style>
</head>
<body>
<h1>${title}</h1>
<video id="camera" autoplay playsinline muted></video>
<p id="status" role="status" data-testid="status"></p>
<p><button id="take" data-testid="take" disabled>Take picture</button>
<label>or choose one <input id="upload" data-testid="upload" type="file" accept="image/jpeg,image/png"></label>
<button id="cancel" data-testid="cancel">Cancel</button></p>
<script>${raw(PAGE_SCRIPT)}</script>
<script>${raw(script)}</script>
</body>
</html>`

const PAGE_SCRIPT = `
const find = (id) => document.getElementById(id)
const sandbox = {
  stream: undefined,
  onPicture: async () => {},
  onCancel: () => {},
  onCameraRefused: () => {},
  say: (text) => { find('status').textContent = text },
  setBusy: (isBusy) => { find('take').disabled = isBusy; find('upload').disabled = isBusy },
  startCamera: async () => {
    try {
      sandbox.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } })
      find('camera').srcObject = sandbox.stream
      await find('camera').play()
      find('take').disabled = false
    } catch (failure) {
      sandbox.say('No camera: ' + failure.name)
      sandbox.onCameraRefused(failure)
    }
  },
  stopCamera: () => { for (const track of sandbox.stream?.getTracks() ?? []) track.stop() },
}
const deliver = async (blob) => {
  sandbox.setBusy(true)
  try { await sandbox.onPicture(blob) } finally { sandbox.setBusy(false) }
}
find('take').addEventListener('click', () => {
  const video = find('camera')
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d').drawImage(video, 0, 0)
  canvas.toBlob((blob) => deliver(blob), 'image/jpeg', 0.92)
})
find('upload').addEventListener('change', (event) => {
  const [file] = event.target.files
  if (file) deliver(file)
})
find('cancel').addEventListener('click', () => sandbox.onCancel())
`
