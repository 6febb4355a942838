import type { GrabbedFrame } from '../camera/video-frames.ts'
import type { DetectorReply, DetectorRequest } from './detector-protocol.ts'
import { DetectorError, type EncodedFrame, type FaceDetector, type MeasuredFrame } from './face-detector.ts'
import type { EngineFile } from './load-engine.ts'

/** The part of `Worker` in use. */
export interface DetectorPort {
  postMessage(message: DetectorRequest, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<DetectorReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface MediapipeDetectorOptions {
  /** With absolute addresses: the worker's own is no base for them. */
  files: readonly EngineFile[]
  createWorker: () => DetectorPort
  signal: AbortSignal
  /** Share of the engine that has come, 0 to 1. */
  onProgress: (share: number) => void
}

/** A frame takes 20 ms; after this long the worker is taken for dead. */
const ANALYSIS_TIMEOUT_MS = 8000

/** Starts the worker and loads the engine in it. @throws DetectorError */
export const startMediapipeDetector = async (options: MediapipeDetectorOptions): Promise<FaceDetector> => {
  const { files, createWorker, signal, onProgress } = options
  const worker = createWorker()
  let pending: { resolve: (reply: DetectorReply) => void; reject: (error: DetectorError) => void } | null =
    null
  let broken: DetectorError | null = null

  const giveUp = (why: string) => {
    broken ??= new DetectorError(why)
    pending?.reject(broken)
    pending = null
  }
  const stop = (why: string) => {
    giveUp(why)
    worker.terminate()
  }
  worker.onmessage = ({ data }) => {
    if (data.type === 'failed') {
      stop(data.detail)
      return
    }
    if (data.type === 'loading') {
      onProgress(data.share)
      return
    }
    pending?.resolve(data)
    pending = null
  }
  worker.onerror = () => stop('the worker failed')

  const ask = (request: DetectorRequest, transfer: Transferable[]): Promise<DetectorReply> =>
    new Promise((resolve, reject) => {
      if (broken) {
        reject(broken)
        return
      }
      pending = { resolve, reject }
      worker.postMessage(request, transfer)
    })

  const onAbort = () => stop('aborted')
  signal.addEventListener('abort', onAbort)
  try {
    await ask({ type: 'start', files }, [])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }

  const askInTime = async (request: DetectorRequest, transfer: Transferable[]): Promise<DetectorReply> => {
    const deadline = setTimeout(() => stop('no answer'), ANALYSIS_TIMEOUT_MS)
    try {
      return await ask(request, transfer)
    } finally {
      clearTimeout(deadline)
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  /** A camera that was changed can ask while the frame of the one before is still out. */
  const askInTurn = (request: DetectorRequest, transfer: Transferable[]): Promise<DetectorReply> => {
    const turn = last.then(() => askInTime(request, transfer))
    last = turn.catch(() => {})
    return turn
  }
  const analyse = async (frame: GrabbedFrame): Promise<MeasuredFrame> => {
    try {
      const reply = await askInTurn({ type: 'analyse', frame }, [frame])
      if (reply.type !== 'analysed') throw new DetectorError('unexpected answer')
      return reply
    } catch (error) {
      // Where it was not handed over: a camera has few buffers.
      frame.close()
      throw error
    }
  }
  const encode = async (frame: ImageBitmap, maxBytes: number): Promise<EncodedFrame> => {
    // Shares its pixels and can be handed over; sent as it is, the page's thread would copy them for 12 ms.
    const copy = await createImageBitmap(frame)
    const reply = await askInTurn({ type: 'encode', frame: copy, maxBytes }, [copy])
    if (reply.type !== 'encoded') throw new DetectorError('unexpected answer')
    return reply
  }
  const close = () => {
    giveUp('closed')
    worker.postMessage({ type: 'end' }, [])
  }
  return { analyse, encode, close }
}
