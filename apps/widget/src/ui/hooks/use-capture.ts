import { createContext, useContext, useSyncExternalStore } from 'react'
import type { CaptureContext } from '../../flow/capture-types.ts'
import type { CaptureSnapshot, ShownCapture } from '../follow-capture.ts'

/** A part of the flow's snapshot; renders again when it changes. `select` must return the same value for the same. */
export const useSelection = <T>(capture: ShownCapture, select: (snapshot: CaptureSnapshot) => T): T =>
  useSyncExternalStore(capture.subscribe, () => select(capture.getSnapshot()))

export const CaptureActorContext = createContext<ShownCapture | null>(null)

/** The running flow. */
export const useCaptureActor = (): ShownCapture => {
  const actor = useContext(CaptureActorContext)
  if (!actor) throw new Error('useCaptureActor outside of App')
  return actor
}

export const useSnapshot = <T>(select: (snapshot: CaptureSnapshot) => T): T =>
  useSelection(useCaptureActor(), select)

export const useCaptureContext = <T>(select: (context: CaptureContext) => T): T =>
  useSnapshot(({ context }) => select(context))
