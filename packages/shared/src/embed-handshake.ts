/** How the capture frame and the page around it find each other: the first three messages of the embed protocol. */

/** In every message, under the key `visavis`. A field may be added; changing one makes a new version. */
export const EMBED_VERSION = 1

/** Longest text in a message: ids, codes and language tags. */
const MAX_TEXT_LENGTH = 256

/** Colours of the page in the frame; `auto`: as the device has it. */
export const EMBED_THEMES = ['auto', 'light', 'dark'] as const
export type EmbedTheme = (typeof EMBED_THEMES)[number]

/** First over the private port, when the token is not in the frame's address. */
export interface OpenMessage {
  readonly type: 'open'
  /** The capture token: the fragment of `verification_url`. */
  readonly token: string
  locale?: string | undefined
  theme?: EmbedTheme | undefined
}

type Versioned<T> = T & { readonly visavis: typeof EMBED_VERSION }
/** The frame to the window around it, again and again until it is acknowledged. */
export type ReadyMessage = Versioned<{ readonly type: 'ready'; readonly nonce: string }>
/** The answer, with one end of a `MessageChannel`. All else goes through that. */
export type AcknowledgeMessage = Versioned<{ readonly type: 'acknowledge'; readonly nonce: string }>

/** Only what the sender itself put there counts, never what a prototype has. */
export const readOwn = (message: object, key: string): unknown =>
  Object.hasOwn(message, key) ? (message as Record<string, unknown>)[key] : undefined

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT_LENGTH

export const isOurs = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && readOwn(value, 'visavis') === EMBED_VERSION

const isHandshake = (value: unknown, type: string): value is { nonce: string } =>
  isOurs(value) && readOwn(value, 'type') === type && isText(readOwn(value, 'nonce'))

export const isReady = (value: unknown): value is ReadyMessage => isHandshake(value, 'ready')
export const isAcknowledge = (value: unknown, nonce: string): value is AcknowledgeMessage =>
  isHandshake(value, 'acknowledge') && value.nonce === nonce

/** The rest of it is read with the others, by `toHostMessage`. */
export const isOpen = (value: unknown): value is { token: string; locale?: unknown } =>
  isOurs(value) && readOwn(value, 'type') === 'open' && isText(readOwn(value, 'token'))
