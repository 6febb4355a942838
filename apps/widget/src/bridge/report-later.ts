/** What tells a page or an app around of the flow: needed beside the first screen, not before. A chunk of its own. */
export { toEvents } from './to-events.ts'
export { warnAboutPolicy } from './warn-about-policy.ts'
export { watchHeight } from './watch-height.ts'
