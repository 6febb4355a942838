import type { MAX_TURN_VIDEO_BYTES, TURN_VIDEO_MS } from '@visavis/shared/liveness'

const LENGTH_MS = 3000 satisfies typeof TURN_VIDEO_MS
const MAX_BYTES = 524_288 satisfies typeof MAX_TURN_VIDEO_BYTES

/** 150 kB in three seconds: enough to see a face by. Browsers go over it, by a half or so. */
const BITS_PER_SECOND = 400_000
/** Not every browser writes each; the server takes both. */
const TYPES = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4']
/** A recorder that does not end holds up nobody's picture. */
const END_PATIENCE_MS = 1000

export interface TurnRecorder {
  /** From the cue on; does nothing where there is one already. */
  start(): void
  /** Forgets what there is. */
  drop(): void
  /** What there is; null: none, or one that would not be taken. */
  take(): Promise<Blob | null>
}

/** A short video of the turns, for those who look at them later. Where it cannot be made, there is none: it decides nothing. */
export const createTurnRecorder = (stream: MediaStream): TurnRecorder => {
  let recorder: MediaRecorder | null = null
  /** null: none was begun. */
  let recorded: Promise<Blob | null> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = () => {
    clearTimeout(timer)
    if (recorder?.state === 'recording') recorder.stop()
    recorder = null
  }
  const begin = () => {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    const started = new MediaRecorder(stream, {
      videoBitsPerSecond: BITS_PER_SECOND,
      ...(mimeType ? { mimeType } : {}),
    })
    const parts: Blob[] = []
    recorded = new Promise((resolve) => {
      started.ondataavailable = ({ data }) => parts.push(data)
      started.onstop = () => resolve(new Blob(parts, { type: started.mimeType }))
      started.onerror = () => resolve(null)
    })
    started.start()
    recorder = started
    timer = setTimeout(end, LENGTH_MS)
  }
  const drop = () => {
    end()
    recorded = null
  }

  return {
    start: () => {
      if (recorded !== null) return
      try {
        begin()
      } catch {
        // No recorder here, or none for this camera.
        drop()
      }
    },
    drop,
    take: async () => {
      end()
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), END_PATIENCE_MS))
      const video = await Promise.race([recorded, late])
      return video && video.size > 0 && video.size <= MAX_BYTES ? video : null
    },
  }
}
