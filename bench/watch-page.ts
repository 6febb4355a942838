/** What `bench/widget.ts` plants in the page before its own scripts run: it measures the product as it is built. */
export interface PageTimes {
  /** ms since the navigation began; null: not yet. */
  previewAt: number | null
  firstAnalysedAt: number | null
  /** ms from taking a frame off the camera to its measures being back on the page. */
  frames: number[]
  /** ms, each begun after the preview was there. A browser tells of those over 50 ms only (Long Tasks §1). */
  longTasks: number[]
}

/** Runs in the page; nothing outside it is known here. */
export const watchPage = (): void => {
  const times: PageTimes = { previewAt: null, firstAnalysedAt: null, frames: [], longTasks: [] }
  Object.assign(globalThis, { benchTimes: times })

  let grabbedAt = 0
  const note = (source: unknown) => {
    if (source instanceof HTMLVideoElement) grabbedAt = performance.now()
  }
  const { createImageBitmap: grab, VideoFrame: NativeFrame, Worker: NativeWorker } = globalThis
  Object.assign(globalThis, {
    createImageBitmap: (source: ImageBitmapSource, ...rest: []) => {
      note(source)
      return grab(source, ...rest)
    },
  })
  globalThis.VideoFrame = new Proxy(NativeFrame, {
    construct: (target, options) => {
      note(options[0])
      return Reflect.construct(target, options)
    },
  })
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
        if (data.type !== 'analysed') return
        const now = performance.now()
        times.firstAnalysedAt ??= now
        times.frames.push(now - grabbedAt)
      })
    }
  }

  const lookForPreview = () => {
    const video = document.querySelector('video')
    if (video && video.videoWidth > 0) times.previewAt = performance.now()
    else requestAnimationFrame(lookForPreview)
  }
  requestAnimationFrame(lookForPreview)
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (times.previewAt !== null && startTime >= times.previewAt) times.longTasks.push(duration)
    }
  }).observe({ type: 'longtask', buffered: true })
}
