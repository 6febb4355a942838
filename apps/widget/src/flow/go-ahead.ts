import type { CaptureSession } from '@visavis/shared/capture-api'
import type { ActorRefFrom } from 'xstate'
import type { createCaptureMachine } from './capture-machine.ts'
import { isQuickLine } from './is-quick-line.ts'
import type * as OnDevice from './on-device.ts'
import { type ReportCourseOptions, reportCourse } from './report-course.ts'

type CaptureActor = ActorRefFrom<ReturnType<typeof createCaptureMachine>>

interface GoAheadParts {
  link: ReportCourseOptions
  importOnDevice: () => Promise<typeof OnDevice>
  loadOnDevice: (session: CaptureSession) => Promise<{ load(): Promise<unknown> }>
}

/** Nobody who saves data loads 3 MB before they agreed to anything (Save-Data, Network Information). */
const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

/** The engine's files, where the server knows by the link's id that this page takes the picture. */
const readEngineFiles = (): CaptureSession['engine']['files'] | null => {
  const slot = document.querySelector<HTMLMetaElement>('meta[name=visavis-engine]')
  return slot && JSON.parse(slot.content)
}

/**
 * What nobody waits for: tells the server how it goes, and loads the engine while the person reads, on a quick line
 * already while the server looks at the link. What fails here is asked for again when it is needed, and told then.
 */
export const goAhead = (actor: CaptureActor, { link, importOnDevice, loadOnDevice }: GoAheadParts): void => {
  const files = readEngineFiles()
  const early = files && !savesData() && isQuickLine() ? importOnDevice() : null
  early?.then(
    ({ startEarly }) => startEarly(files ?? []),
    () => {},
  )
  let isTold = false
  let isAsked = false
  const follow = (snapshot: ReturnType<CaptureActor['getSnapshot']>): void => {
    const { session } = snapshot.context
    if (snapshot.hasTag('over'))
      early?.then(
        ({ stopEarly }) => stopEarly(),
        () => {},
      )
    if (!session) return
    if (!isTold) reportCourse(actor, link)
    isTold = true
    if (isAsked || savesData() || !snapshot.matches('start')) return
    isAsked = true
    loadOnDevice(session)
      .then(({ load }) => load())
      .catch(() => {})
  }
  actor.subscribe(follow)
  follow(actor.getSnapshot())
}
