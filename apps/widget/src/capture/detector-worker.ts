import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision'
import type { DetectorReply, DetectorRequest } from './detector-protocol.ts'
import { createFrameMeter } from './frame-meter.ts'

/**
 * Module worker around MediaPipe's landmarker. CPU delegate: the GPU one answers wrongly on some current phones and
 * is ten times slower without a GPU. Mode IMAGE, each frame by itself: the mode for video follows a face by all 478
 * points, of which our model leaves the ten of the irises at zero, and loses two faces every fourth frame; for one
 * face both modes give the same at the same cost.
 * The only module that imports tasks-vision, so the page never loads it.
 */
let measure: ReturnType<typeof createFrameMeter> | undefined

const reply = (message: DetectorReply, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer })

const start = async ({ wasmBaseUrl, modelUrl }: Extract<DetectorRequest, { type: 'start' }>) => {
  // `true`: the loader as a module; a module worker has no importScripts.
  const fileset = await FilesetResolver.forVisionTasks(wasmBaseUrl, true)
  const landmarker = await FaceLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: modelUrl, delegate: 'CPU' },
    runningMode: 'IMAGE',
    numFaces: 2,
    outputFaceBlendshapes: false,
    outputFacialTransformationMatrixes: true,
  })
  measure = createFrameMeter(landmarker)
  reply({ type: 'started' })
}

const analyse = ({ frame }: Extract<DetectorRequest, { type: 'analyse' }>) => {
  if (!measure) throw new Error('not started')
  reply({ type: 'analysed', frame, quality: measure(frame) }, [frame])
}

self.addEventListener('message', async ({ data }: MessageEvent<DetectorRequest>) => {
  try {
    if (data.type === 'start') await start(data)
    else analyse(data)
  } catch (error) {
    reply({ type: 'failed', detail: String(error) })
  }
})
