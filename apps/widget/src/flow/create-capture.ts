import type { PageSurface } from '@visavis/shared/attempt-details'
import type { CaptureSession } from '@visavis/shared/capture-api'
import { createActor } from 'xstate'
import { createCaptureClient } from '../api/capture-client.ts'
import { createSigner } from '../api/sign-later.ts'
import { openCamera } from '../camera/open-camera.ts'
import { recall } from '../memory.ts'
import { createCaptureActors } from './capture-actors.ts'
import { createCaptureMachine } from './capture-machine.ts'
import type { createOnDevice } from './on-device.ts'

export interface CreateCaptureOptions {
  /** The capture token. */
  token: string
  surface: PageSurface
  goTo: (url: string) => void
  /** Default: as `goTo`. `stays`: a page in a frame cannot be left for another one that may not be framed. */
  goToVendor?: (url: string) => 'leaves' | 'stays'
}

/** Part of the on-device checks' chunk group: here for when only the engine behind them fails. */
const loadEncode = async () => (await import('../picture/encode.ts')).encodeFrame

type OnDevice = ReturnType<typeof createOnDevice>

/** The capture flow with its real parts, running. */
export const createCapture = ({
  token,
  surface,
  goTo,
  goToVendor = (url) => {
    goTo(url)
    return 'leaves'
  },
}: CreateCaptureOptions) => {
  const link = { token, sign: createSigner(token) }
  let onDevice: OnDevice | null = null
  let loading: Promise<OnDevice> | null = null
  const importOnDevice = async (session: CaptureSession): Promise<OnDevice> => {
    const module = await import('./on-device.ts')
    onDevice = module.createOnDevice(session, (share) => actor.send({ type: 'engine.progressed', share }))
    return onDevice
  }
  const loadOnDevice = async (session: CaptureSession): Promise<OnDevice> => {
    // Once it came it is not asked for again: a part that came at a second try would run twice, and a page makes each
    // of its Trusted Types policies once.
    loading ??= importOnDevice(session).catch((error) => {
      loading = null
      throw error
    })
    // Both at once: the picture must not wait for its encoder.
    const [loaded] = await Promise.all([loading, loadEncode()])
    return loaded
  }
  const actors = createCaptureActors({
    client: createCaptureClient({ ...link, surface }),
    link,
    live: ({ session, deviceId, turn }) => ({
      openCamera: (options) => openCamera({ ...options, deviceId: deviceId ?? recall('camera') }),
      loadWatch: async () => (await loadOnDevice(session)).loadWatch(turn && { ...turn, ...link }),
      grab: (video) => createImageBitmap(video),
      encode: async (frame) => (await loadEncode())(frame, session.max_image_bytes, onDevice?.encode),
    }),
    // What fails there is no reason to keep a photo back.
    measure: async (picture) => onDevice?.measure(picture).catch(() => null) ?? null,
    goTo,
    goToVendor,
  })
  const actor = createActor(createCaptureMachine(actors))
  let isAhead = false
  actor.subscribe((snapshot) => {
    if (snapshot.hasTag('over')) onDevice?.close()
    const { session } = snapshot.context
    if (!session || isAhead) return
    isAhead = true
    void import('./go-ahead.ts').then(
      ({ goAhead }) => goAhead(actor, link, async () => (await loadOnDevice(session)).load()),
      () => {},
    )
  })
  // Back from the vendor's page by the browser's own button, with everything as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) actor.send({ type: 'page.restored' })
  })
  return actor.start()
}

export type CaptureActor = ReturnType<typeof createCapture>
