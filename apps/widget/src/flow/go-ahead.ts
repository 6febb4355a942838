import type { ActorRefFrom } from 'xstate'
import type { createCaptureMachine } from './capture-machine.ts'
import { type ReportCourseOptions, reportCourse } from './report-course.ts'

type CaptureActor = ActorRefFrom<ReturnType<typeof createCaptureMachine>>

/** Nobody who saves data loads 3 MB before they agreed to anything (Save-Data, Network Information). */
const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

/**
 * What nobody waits for, once the first screen is drawn: tells the server how it goes, and loads the engine while the
 * person reads. What fails here is asked for again when it is needed, and told then.
 */
export const goAhead = (
  actor: CaptureActor,
  link: ReportCourseOptions,
  loadEngine: () => Promise<unknown>,
): void => {
  reportCourse(actor, link)
  if (savesData()) return
  const follow = (snapshot: ReturnType<CaptureActor['getSnapshot']>): void => {
    if (!snapshot.matches('start')) return
    started.unsubscribe()
    loadEngine().catch(() => {})
  }
  const started = actor.subscribe(follow)
  follow(actor.getSnapshot())
}
