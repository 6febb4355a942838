/** What a frame needs beside its first screen, not before: a chunk of its own. */
export { followHost } from './follow-host.ts'
export { toEvents } from './to-events.ts'
export { warnAboutPolicy } from './warn-about-policy.ts'
export { watchHeight } from './watch-height.ts'
