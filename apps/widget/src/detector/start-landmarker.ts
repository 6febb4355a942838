import { FaceLandmarker } from '@mediapipe/tasks-vision'
import { selfTest } from './self-test.ts'

/**
 * The engine writes its whole log to stderr, which would stand as errors on the console of somebody else's page. What
 * fails is thrown as well.
 */
const printErr = () => {}

/** How the loader wants to be told of an instance that was made for it. */
type OnInstance = (instance: WebAssembly.Instance, program: WebAssembly.Module) => void

/** What the loader's module gives: makes the WebAssembly instance MediaPipe works with. */
type ModuleFactory = (options: object) => Promise<unknown>

interface LandmarkerParts {
  loaderUrl: string
  programUrl: string
  program: WebAssembly.Module
  /** Read once the program runs. */
  model: Promise<Uint8Array>
}

/** Gives all of it at once, when it is there. */
const toReader = (content: Promise<Uint8Array>): ReadableStreamDefaultReader =>
  new ReadableStream({
    start: async (controller) => {
      controller.enqueue(await content)
      controller.close()
    },
  }).getReader()

/**
 * MediaPipe's landmarker, out of files that were checked. CPU delegate: the GPU one answers wrongly on some current phones
 * and is ten times slower without a GPU. Mode IMAGE, each frame by itself: the mode for video follows a face by all 478
 * points, of which our model leaves the ten of the irises at zero, and loses two faces every fourth frame; for one
 * face both modes give the same at the same cost.
 * The only module that imports tasks-vision, so the page never loads it.
 * @throws Error when the engine does not start, or does not pass its self-test
 */
export const startLandmarker = async ({
  loaderUrl,
  programUrl,
  program,
  model,
}: LandmarkerParts): Promise<FaceLandmarker> => {
  // From the cache, where the checked bytes are.
  const loader: { default: ModuleFactory } = await import(/* @vite-ignore */ loaderUrl)
  // tasks-vision takes this one when it is told of no loader, and so never fetches anything by itself. The loader itself
  // would wait for ever for an instance that there is no memory for.
  const makeModule = (options: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const instantiateWasm = (imports: WebAssembly.Imports, onInstance: OnInstance) =>
        void WebAssembly.instantiate(program, imports)
          .then((instance) => onInstance(instance, program))
          .catch(reject)
      loader.default(Object.assign(options, { instantiateWasm, printErr })).then(resolve, reject)
    })
  Object.assign(self, { ModuleFactory: makeModule })
  const landmarker = await FaceLandmarker.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: programUrl },
    {
      baseOptions: { modelAssetBuffer: toReader(model), delegate: 'CPU' },
      runningMode: 'IMAGE',
      numFaces: 2,
      outputFaceBlendshapes: false,
      outputFacialTransformationMatrixes: true,
    },
  )
  selfTest((picture) => landmarker.detect(picture).faceLandmarks)
  return landmarker
}
