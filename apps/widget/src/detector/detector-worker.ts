import { FaceLandmarker } from '@mediapipe/tasks-vision'
import { createFrameShrinker, encode } from '../picture/encode.ts'
import type { DetectorReply, DetectorRequest } from './detector-protocol.ts'
import { createFrameDrawer } from './draw-frame.ts'
import { createFrameMeter } from './frame-meter.ts'
import { type EngineFile, loadEngine, MODEL, PROGRAM } from './load-engine.ts'
import { selfTest } from './self-test.ts'

/**
 * Module worker around MediaPipe's landmarker. CPU delegate: the GPU one answers wrongly on some current phones and
 * is ten times slower without a GPU. Mode IMAGE, each frame by itself: the mode for video follows a face by all 478
 * points, of which our model leaves the ten of the irises at zero, and loses two faces every fourth frame; for one
 * face both modes give the same at the same cost.
 * The only module that imports tasks-vision, so the page never loads it.
 */
let measure: ReturnType<typeof createFrameMeter> | undefined
const draw = createFrameDrawer()
const toSmallPicture = createFrameShrinker()

const reply = (message: DetectorReply, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer })

const urlOf = (files: readonly EngineFile[], ending: string): string => {
  const file = files.find(({ url }) => url.endsWith(ending))
  if (!file) throw new Error(`the engine has no ${ending}`)
  return file.url
}

/**
 * The engine writes its whole log to stderr, which would stand as errors on the console of somebody else's page. What
 * fails is thrown as well.
 */
const printErr = () => {}

/** `compileStreaming` takes nothing else. */
const PROGRAM_HEADERS = { headers: { 'content-type': 'application/wasm' } }

/** How the loader wants to be told of an instance that was made for it. */
type OnInstance = (instance: WebAssembly.Instance, program: WebAssembly.Module) => void

/** What the loader's module gives: makes the WebAssembly instance MediaPipe works with. */
type ModuleFactory = (options: object) => Promise<unknown>

/** Gives all of it at once, when it is there. */
const toReader = (content: Promise<Uint8Array>): ReadableStreamDefaultReader =>
  new ReadableStream({
    start: async (controller) => {
      controller.enqueue(await content)
      controller.close()
    },
  }).getReader()

type Files = readonly EngineFile[]

const createMeter = async (files: Files) => {
  let compiling: Promise<WebAssembly.Module> | undefined
  const contents = loadEngine({
    files,
    onProgress: (share) => reply({ type: 'loading', share }),
    onProgram: (body) => {
      compiling = WebAssembly.compileStreaming(new Response(body, PROGRAM_HEADERS))
      // What was not as it should be is compiled anew, and the first try's failure is nobody's.
      compiling.catch(() => {})
    },
  })
  const model = contents.get(urlOf(files, MODEL))
  await contents.get(urlOf(files, '.js'))
  await contents.get(urlOf(files, PROGRAM))
  if (!compiling || !model) throw new Error('the engine is incomplete')
  const program = await compiling
  // From the cache, where the checked bytes are.
  const loader: { default: ModuleFactory } = await import(/* @vite-ignore */ urlOf(files, '.js'))
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
  const fileset = { wasmLoaderPath: '', wasmBinaryPath: urlOf(files, PROGRAM) }
  const landmarker = await FaceLandmarker.createFromOptions(fileset, {
    // Read once the program runs.
    baseOptions: { modelAssetBuffer: toReader(model), delegate: 'CPU' },
    runningMode: 'IMAGE',
    numFaces: 2,
    outputFaceBlendshapes: false,
    outputFacialTransformationMatrixes: true,
  })
  selfTest((picture) => landmarker.detect(picture).faceLandmarks)
  return createFrameMeter(landmarker)
}

let prepared: { files: Files; meter: ReturnType<typeof createMeter> } | undefined
const prepare = (files: Files) => {
  const meter = createMeter(files)
  // Told to whoever asks for it.
  meter.catch(() => {})
  prepared = { files, meter }
}

const areSame = (some: Files, others: Files): boolean =>
  some.length === others.length && some.every(({ sha256 }, index) => sha256 === others[index]?.sha256)

const start = async (files: Files) => {
  const isPrepared = prepared && areSame(prepared.files, files)
  measure = await (isPrepared ? prepared?.meter : createMeter(files))
  reply({ type: 'started' })
}

const analyse = async ({ frame }: Extract<DetectorRequest, { type: 'analyse' }>) => {
  if (!measure) throw new Error('not started')
  const { picture, pixels } = await draw(frame)
  reply({ type: 'analysed', frame: picture, quality: measure(picture, pixels) }, [picture])
}

/** The page keeps its frame: should anything fail here, it can still encode by itself. */
const encodeAndLook = async ({ frame, maxBytes }: Extract<DetectorRequest, { type: 'encode' }>) => {
  if (!measure) throw new Error('not started')
  const picture = await encode(frame, maxBytes)
  frame.close()
  const decoded = await createImageBitmap(picture)
  const quality = measure(decoded)
  decoded.close()
  reply({ type: 'encoded', picture, quality })
}

/** One frame after the other: they share a canvas. */
let shrinking: Promise<unknown> = Promise.resolve()
const shrink = ({ frame, at }: Extract<DetectorRequest, { type: 'shrink' }>) => {
  const picture = shrinking.then(() => toSmallPicture(frame))
  shrinking = picture.catch(() => {})
  return picture.then((made) => reply({ type: 'shrunk', picture: made, at }))
}

const answer = async (request: Exclude<DetectorRequest, { type: 'end' }>) => {
  try {
    if (request.type === 'start') await start(request.files)
    else if (request.type === 'prepare') prepare(request.files)
    else if (request.type === 'analyse') await analyse(request)
    else if (request.type === 'shrink') await shrink(request)
    else await encodeAndLook(request)
  } catch (error) {
    reply({ type: 'failed', detail: String(error) })
  }
}

const inWork = new Set<Promise<void>>()
self.addEventListener('message', async ({ data }: MessageEvent<DetectorRequest>) => {
  if (data.type === 'end') {
    await Promise.all(inWork)
    self.close()
    return
  }
  const work = answer(data)
  inWork.add(work)
  await work
  inWork.delete(work)
})
