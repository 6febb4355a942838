import type { SdkStep } from './start-vendor-sdk.ts'

/** Frame to page, until it is answered: our script is there. */
export const READY = { visavis: 1, type: 'script-frame-ready' } as const

export const isReady = (data: unknown): boolean => isRecord(data) && data.type === READY.type

/** Page to frame, once, with a port: the step of this one capture, and nothing else that the page knows. */
export interface StartScript {
  type: 'start'
  step: SdkStep
}

export const isStart = (data: unknown): data is StartScript =>
  isRecord(data) && data.type === 'start' && isRecord(data.step)

/** Frame to page, over the port, once. The script may have written it: the server believes none of it. */
export type ScriptMessage = { type: 'handed'; handed: unknown } | { type: 'failed'; code: string }

export const isScriptMessage = (data: unknown): data is ScriptMessage =>
  isRecord(data) &&
  (data.type === 'handed' ? isRecord(data.handed) : data.type === 'failed' && typeof data.code === 'string')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
