import {
  type Capture,
  type CaptureEvent,
  type CaptureHandlers,
  type CloseRequest,
  type OpenOptions,
  open,
} from '@visavis/embed'
import { camelize, type DefineSetupFnComponent, defineComponent, h, onMounted, ref, watch } from 'vue'

export interface VisavisCaptureProps extends Omit<OpenOptions, 'container' | 'onEvent'> {
  /** `inline`: where the component stands. `dialog`: over the page, for as long as the component is there. */
  display?: 'inline' | 'dialog'
}

/** What a template listens to, as `@completed`, `@retry-required` or `@close-requested`; `@event` hears every event. */
export type VisavisCaptureEmits = {
  [Handler in keyof CaptureHandlers as Handler extends `on${infer Name}`
    ? Uncapitalize<Name>
    : never]-?: NonNullable<CaptureHandlers[Handler]>
}

/** What a ref to the component holds. */
export type VisavisCaptureHandle = Pick<Capture, 'close' | 'remove'>

const PROPS: (keyof VisavisCaptureProps)[] = [
  'verificationUrl',
  'display',
  'locale',
  'theme',
  'label',
  'closeLabel',
]
const EMITS = {
  event: null,
  ready: null,
  started: null,
  guidance: null,
  captured: null,
  uploaded: null,
  completed: null,
  retryRequired: null,
  aborted: null,
  failed: null,
  resized: null,
  closeRequested: null,
  closed: null,
} satisfies Record<keyof VisavisCaptureEmits, null>

/**
 * Shows the capture page of `verificationUrl`. Another address shows another capture; going away takes the frame
 * along and ends nothing. On a server: an empty `div`.
 */
export const VisavisCapture: DefineSetupFnComponent<VisavisCaptureProps, VisavisCaptureEmits> =
  defineComponent(
    (props, { emit, expose }) => {
      const place = ref<HTMLElement>()
      let capture: Capture | undefined
      // Each name goes with its own event, which the types of `emit` cannot follow.
      const tell = emit as (name: string, event: CaptureEvent | CloseRequest) => void

      const show = () => {
        const opened = open({
          ...props,
          container: props.display === 'dialog' ? undefined : place.value,
          onEvent: (event) => {
            tell('event', event)
            tell(camelize(event.type.slice(event.type.indexOf('.') + 1)), event)
          },
        })
        capture = opened
        void opened.closed.then(() => {
          if (capture === opened) emit('closed')
        })
        return () => {
          capture = undefined
          opened.remove()
        }
      }
      onMounted(() => {
        watch(
          () => [props.verificationUrl, props.display],
          (_, __, onCleanup) => onCleanup(show()),
          { immediate: true },
        )
      })
      watch(
        () => props.locale,
        (locale) => locale && capture?.setLocale(locale),
      )
      watch(
        () => props.theme,
        (theme) => theme && capture?.setTheme(theme),
      )
      expose({
        close: () => capture?.close(),
        remove: () => capture?.remove(),
      } satisfies VisavisCaptureHandle)
      return () => h('div', { ref: place })
    },
    { name: 'VisavisCapture', props: PROPS, emits: EMITS as unknown as VisavisCaptureEmits },
  )
