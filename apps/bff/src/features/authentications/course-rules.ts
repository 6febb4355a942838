import {
  CAMERA_FAILURES,
  type CameraFailureReason,
  COURSE_STEPS,
  type CourseEvent,
  type CourseStep,
  type CourseView,
  GUIDANCE_CODES,
  MAX_COURSE_REPORTS,
  type ToldGuidance,
} from '@visavis/shared/capture-course'

/** What the reports of a page come to. Of the camera a class is kept, no size: few cameras share an odd one. */
export interface Course {
  reports: number
  /** How long each stood, in milliseconds. */
  steps: Readonly<Partial<Record<CourseStep, number>>>
  /** How long each was shown, in milliseconds. */
  guidance: Readonly<Partial<Record<ToldGuidance, number>>>
  cameraFailures: Readonly<Partial<Record<CameraFailureReason, number>>>
  cameraLines: number | null
}

/** A day; who claims more is no person at a camera. */
const MAX_TOTAL_MS = 86_400_000
const MAX_COUNT = 100
const LINES = [2160, 1440, 1080, 720, 480, 240]

const NOTHING: Course = { reports: 0, steps: {}, guidance: {}, cameraFailures: {}, cameraLines: null }

const plus = <Key extends string>(
  counts: Readonly<Partial<Record<Key, number>>>,
  key: Key,
  more: number,
  most: number,
): Readonly<Partial<Record<Key, number>>> => ({ ...counts, [key]: Math.min((counts[key] ?? 0) + more, most) })

const take = (course: Course, event: CourseEvent): Course => {
  switch (event.type) {
    case 'step':
      return { ...course, steps: plus(course.steps, event.step, event.ms, MAX_TOTAL_MS) }
    case 'guidance':
      return { ...course, guidance: plus(course.guidance, event.code, event.ms, MAX_TOTAL_MS) }
    case 'camera_failed':
      return { ...course, cameraFailures: plus(course.cameraFailures, event.reason, 1, MAX_COUNT) }
    case 'camera_ready':
      return { ...course, cameraLines: LINES.find((lines) => lines <= event.lines) ?? course.cameraLines }
  }
}

/** With one report more; `undefined`: there were as many as are taken. */
export const addToCourse = (before: Course | null, events: readonly CourseEvent[]): Course | undefined => {
  const course = before ?? NOTHING
  if (course.reports >= MAX_COURSE_REPORTS) return undefined
  return events.reduce(take, { ...course, reports: course.reports + 1 })
}

/** A tenth of a second is as exact as anybody needs. */
const toSeconds = (ms: number): number => Math.round(ms / 100) / 10

/** In the order of the lists. */
export const toCourseView = ({ steps, guidance, cameraFailures, cameraLines }: Course): CourseView => {
  const told = {
    steps: COURSE_STEPS.flatMap((step) => (steps[step] ? [{ step, seconds: toSeconds(steps[step]) }] : [])),
    guidance: GUIDANCE_CODES.flatMap((code) =>
      guidance[code] ? [{ code, seconds: toSeconds(guidance[code]) }] : [],
    ),
    camera_failures: CAMERA_FAILURES.flatMap((reason) =>
      cameraFailures[reason] ? [{ reason, count: cameraFailures[reason] }] : [],
    ),
  }
  return {
    ...Object.fromEntries(Object.entries(told).filter(([, list]) => list.length > 0)),
    ...(cameraLines === null ? {} : { camera_lines: cameraLines }),
  }
}
