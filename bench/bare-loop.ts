import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const MODELS = fileURLToPath(new URL('../packages/face-models/dist/models/', import.meta.url))
const TASKS_VISION = fileURLToPath(import.meta.resolve('@mediapipe/tasks-vision'))

/** The same engine and settings as ours. */
const ENGINE = `
  import { FaceLandmarker } from './vision_bundle.mjs'
  self.ModuleFactory = (await import('./vision_wasm_module_internal.js')).default
  const landmarker = await FaceLandmarker.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: './vision_wasm_module_internal.wasm' },
    {
      baseOptions: { modelAssetPath: './face_landmarker.task', delegate: 'CPU' },
      runningMode: 'VIDEO', numFaces: 2, outputFacialTransformationMatrixes: true,
    },
  )
`

/** The camera as ours asks for it, on the page. */
const CAMERA = `
  const video = document.querySelector('video')
  video.srcObject = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 }, resizeMode: { ideal: 'none' } },
  })
  await video.play()
  self.bareFrames = []
  self.bareTasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) self.bareTasks.push(duration)
  }).observe({ type: 'longtask' })
`

/**
 * What a page would do without us. `page`: the engine on the page's own thread, with the video as it is. `worker`: in
 * the same place as ours, each frame timed from taking it off the camera to the answer. `camera`: no engine at all.
 */
const SCRIPTS = {
  page: `${ENGINE}${CAMERA}
    const step = () => {
      const before = performance.now()
      landmarker.detectForVideo(video, before)
      self.bareFrames.push(performance.now() - before)
      video.requestVideoFrameCallback(step)
    }
    video.requestVideoFrameCallback(step)
  `,
  worker: `
    const worker = new Worker('./worker.mjs', { type: 'module' })
    await new Promise((resolve) => { worker.onmessage = resolve })
    ${CAMERA}
    let before = 0
    const step = () => {
      before = performance.now()
      const frame = new VideoFrame(video)
      worker.postMessage({ frame, at: before }, [frame])
    }
    worker.onmessage = () => {
      self.bareFrames.push(performance.now() - before)
      video.requestVideoFrameCallback(step)
    }
    video.requestVideoFrameCallback(step)
  `,
  camera: `${CAMERA}
    const step = () => {
      self.bareFrames.push(performance.now())
      video.requestVideoFrameCallback(step)
    }
    video.requestVideoFrameCallback(step)
  `,
} as const

export type BarePage = keyof typeof SCRIPTS

const WORKER = `${ENGINE}
  self.onmessage = ({ data: { frame, at } }) => {
    landmarker.detectForVideo(frame, at)
    frame.close()
    self.postMessage('looked')
  }
  self.postMessage('ready')
`

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  wasm: 'application/wasm',
}

const read = async (
  name: string,
  kind: BarePage,
): Promise<{ contentType: string; body: string | Buffer }> => {
  if (name === '') {
    const body = `<!doctype html><video muted playsinline></video><script type="module">${SCRIPTS[kind]}</script>`
    return { contentType: 'text/html', body }
  }
  const contentType = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  if (name === 'worker.mjs') return { contentType, body: WORKER }
  return { contentType, body: await readFile(name === 'vision_bundle.mjs' ? TASKS_VISION : MODELS + name) }
}

/** Opens such a page under an address of that origin; what it timed is in its `bareFrames`, tasks over 50 ms in its `bareTasks`, in ms. */
export const openBarePage = async (page: Page, origin: string, kind: BarePage): Promise<void> => {
  await page.route(`${origin}/bare/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice('/bare/'.length)
    await route.fulfill(await read(name, kind))
  })
  await page.goto(`${origin}/bare/`)
}
