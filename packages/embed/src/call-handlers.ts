import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { CloseRequest } from './types.ts'

type AnyEvent = CaptureEvent | CloseRequest

type Joined<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Joined<Rest>}`
  : Capitalize<Name>
type HandlerName<Type extends string> = Type extends `${string}.${infer Name}` ? `on${Joined<Name>}` : never

/**
 * A handler for each event, with the fields of that one: `onCompleted` for `capture.completed`, `onRetryRequired` for
 * `capture.retry-required`, `onCloseRequested` for the dialog's own.
 */
export type CaptureHandlers = {
  [Event in AnyEvent as HandlerName<Event['type']>]?: ((event: Event) => void) | undefined
} & {
  /** Every event, before its own handler. */
  onEvent?: ((event: AnyEvent) => void) | undefined
  /** The person is through with the frame, or `close()` or `remove()` was called, and it is gone. */
  onClosed?: (() => void) | undefined
}

/** For the components: hands an event to whoever asked for it. */
export const callHandlers = (handlers: CaptureHandlers, event: AnyEvent): void => {
  handlers.onEvent?.(event)
  const [, name = ''] = event.type.split('.')
  const key = `on-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const handler = (handlers as Readonly<Record<string, unknown>>)[key]
  if (typeof handler === 'function') handler(event)
}
