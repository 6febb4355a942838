import { createContext, useContext, useSyncExternalStore } from 'react'
import type { CaptureContext } from '../../capture/capture-types.ts'
import type { CaptureActor } from '../../capture/create-capture.ts'

export type CaptureSnapshot = ReturnType<CaptureActor['getSnapshot']>

/** A part of the flow's snapshot; renders again when it changes. `select` must return the same value for the same. */
export const useSelection = <T>(actor: CaptureActor, select: (snapshot: CaptureSnapshot) => T): T =>
  useSyncExternalStore(
    (onChange) => {
      const subscription = actor.subscribe(onChange)
      return () => subscription.unsubscribe()
    },
    () => select(actor.getSnapshot()),
  )

export const CaptureActorContext = createContext<CaptureActor | null>(null)

/** The running flow. */
export const useCaptureActor = (): CaptureActor => {
  const actor = useContext(CaptureActorContext)
  if (!actor) throw new Error('useCaptureActor outside of App')
  return actor
}

export const useSnapshot = <T>(select: (snapshot: CaptureSnapshot) => T): T =>
  useSelection(useCaptureActor(), select)

export const useCaptureContext = <T>(select: (context: CaptureContext) => T): T =>
  useSnapshot(({ context }) => select(context))
