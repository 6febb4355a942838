import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const MODELS = fileURLToPath(new URL('../packages/face-models/dist/models/', import.meta.url))
const TASKS_VISION = fileURLToPath(import.meta.resolve('@mediapipe/tasks-vision'))

/** What any page would do without us: the same engine and settings on every frame of the camera, nothing else. */
const SCRIPT = `
  import { FaceLandmarker } from './vision_bundle.mjs'
  self.ModuleFactory = (await import('./vision_wasm_module_internal.js')).default
  const landmarker = await FaceLandmarker.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: './vision_wasm_module_internal.wasm' },
    {
      baseOptions: { modelAssetPath: './face_landmarker.task', delegate: 'CPU' },
      runningMode: 'VIDEO', numFaces: 2, outputFacialTransformationMatrixes: true,
    },
  )
  const video = document.querySelector('video')
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } })
  await video.play()
  self.bareFrames = []
  const step = () => {
    const before = performance.now()
    landmarker.detectForVideo(video, before)
    self.bareFrames.push(performance.now() - before)
    video.requestVideoFrameCallback(step)
  }
  video.requestVideoFrameCallback(step)
`

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  wasm: 'application/wasm',
}

/** Opens a page that does nothing but `detectForVideo`, under an address of that origin. */
export const openBareLoop = async (page: Page, origin: string): Promise<void> => {
  await page.route(`${origin}/bare/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice('/bare/'.length)
    if (name === '') {
      const body = `<!doctype html><video muted playsinline></video><script type="module">${SCRIPT}</script>`
      return route.fulfill({ contentType: 'text/html', body })
    }
    const body = await readFile(name === 'vision_bundle.mjs' ? TASKS_VISION : MODELS + name)
    return route.fulfill({
      contentType: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      body,
    })
  })
  await page.goto(`${origin}/bare/`)
}
