import { createFrameShrinker, encode } from '../picture/encode.ts'
import type { DetectorReply, DetectorRequest } from './detector-protocol.ts'
import { createFrameDrawer } from './draw-frame.ts'
import { createFrameMeter } from './frame-meter.ts'
import { type EngineFile, LOADER, loadEngine, MODEL, PROGRAM } from './load-engine.ts'

/**
 * Module worker that loads the engine and looks at frames with it. What it needs to ask for the engine's files is all that
 * this file imports at once: the code around them (`start-landmarker.ts`) comes beside them.
 */
let measure: ReturnType<typeof createFrameMeter> | undefined
const draw = createFrameDrawer()
const toSmallPicture = createFrameShrinker()

const reply = (message: DetectorReply, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer })

type Files = readonly EngineFile[]

const urlOf = (files: Files, ending: string): string => {
  const file = files.find(({ url }) => url.endsWith(ending))
  if (!file) throw new Error(`the engine has no ${ending}`)
  return file.url
}

/** `compileStreaming` takes nothing else. */
const PROGRAM_HEADERS = { headers: { 'content-type': 'application/wasm' } }

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
  const code = import('./start-landmarker.ts')
  code.catch(() => {})
  const [loaderUrl, programUrl] = [urlOf(files, LOADER), urlOf(files, PROGRAM)]
  const model = contents.get(urlOf(files, MODEL))
  await contents.get(loaderUrl)
  await contents.get(programUrl)
  if (!compiling || !model) throw new Error('the engine is incomplete')
  const program = await compiling
  const { startLandmarker } = await code
  return createFrameMeter(await startLandmarker({ loaderUrl, programUrl, program, model }))
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
  measure = await (prepared && areSame(prepared.files, files) ? prepared.meter : createMeter(files))
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
