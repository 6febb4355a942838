/** What a link is, whoever it leads to: its token, how long it lives, the way back from it. */

export { createCaptureToken, hashSecret } from './capture-token.ts'
export { toConsentView } from './consent-view.ts'
export { dueTrigger } from './lifetime-rules.ts'
export { toReturnUrl } from './return-url-rules.ts'
