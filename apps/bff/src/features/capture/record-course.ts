import type { CourseEvent } from '@visavis/shared/capture-course'
import type { CaptureSubject } from './capture-subject.ts'
import type { CaptureDeps } from './deps.ts'
import { observe } from './observe-capture.ts'

/** What a page tells of how it goes. Whether it is kept, it does not learn. */
export const recordCourse = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  events: readonly CourseEvent[],
): Promise<void> => {
  const noted = await subject.noteCourse?.(events)
  if (noted?.isKept) observe(deps, subject, { kind: 'course', events, isCameraNew: noted.isCameraNew })
}
