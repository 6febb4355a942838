/** Largest picture accepted anywhere, in bytes after base64 decoding (5 MiB). Source: design, "Images". */
export const MAX_IMAGE_BYTES = 5 * 1024 * 1024

/** Most pixels a picture may declare in its header; refused before a pixel is allocated. */
export const MAX_IMAGE_PIXELS = 40_000_000

/** Longest side in pixels: decoders work by rows and columns, so one of 40 000 000 costs far more than its area says. */
export const MAX_IMAGE_SIDE = 16_384

/**
 * Scans in a JPEG. Each makes the decoder pass over every block again, so a small file of thousands keeps it busy for
 * minutes; progressive pictures have about ten.
 */
export const MAX_JPEG_SCANS = 100

/** How long a link may wait to be opened, in seconds. */
export const DEFAULT_LINK_LIFETIME_S = 1800
export const MIN_LINK_LIFETIME_S = 60
/** 30 days. */
export const MAX_LINK_LIFETIME_S = 2_592_000

/** How long a person may take once the link is open, in seconds; longer where the link itself works longer. */
export const CAPTURE_LIFETIME_S = 1800

/**
 * How long a device is known after somebody was let in there, in days: longer than that no browser keeps a cookie
 * (RFC 6265bis §5.5).
 */
export const DEVICE_DAYS = 400

/** Pictures one attempt may deliver before it is closed as inconclusive. */
export const MAX_CAPTURES_PER_ATTEMPT = 3

/** Most declines that a journey may wait for before it locks an applicant; so many are remembered. */
export const MAX_LOCKOUT_DECLINES = 50
/** Longest time that declines are counted for, and that a lock lasts, in seconds: 30 days. */
export const MAX_LOCKOUT_S = 2_592_000

/** Each of them is compared with every selfie. */
export const MAX_FACES_PER_APPLICANT = 10

/** Longest that what was judged of a turn of the head may be kept. */
export const MAX_LIVENESS_EVIDENCE_DAYS = 365

/** How long a signed address of a picture works, in seconds. */
export const ASSET_URL_LIFETIME_S = 900

export const DEFAULT_PAGE_LIMIT = 10
export const MAX_PAGE_LIMIT = 100

/** Lists that a tenant may have written out as files at once, by one process. */
export const MAX_EXPORTS_PER_TENANT = 2

/** Addresses a tenant may have its events sent to: each event is a delivery to each. */
export const MAX_WEBHOOK_ENDPOINTS = 20

/** How long events and the log of their deliveries are kept. */
export const EVENT_RETENTION_DAYS = 30

/** Longest `Idempotency-Key`, in characters. */
export const MAX_IDEMPOTENCY_KEY_LENGTH = 255

/** What a browser's authenticator answers, with some room: keys of certificates are not asked for. */
export const MAX_CREDENTIAL_BYTES = 16 * 1024

/** How far the console counts the reviews that wait. */
export const MAX_COUNTED_REVIEWS = 1000
