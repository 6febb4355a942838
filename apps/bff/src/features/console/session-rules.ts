/** Whoever leaves the desk without a word (OWASP Session Management: 15–30 minutes). */
const IDLE_MS = 30 * 60_000
/** A working day: then the passkey is asked for again, however busy the session was. */
export const SESSION_LIFETIME_MS = 12 * 60 * 60_000
/** How exact `last_seen_on` is: one write a minute for each session. */
const SEEN_MS = 60_000

export const INVITE_LIFETIME_MS = 24 * 60 * 60_000

/** The times between which a session may have begun and have been seen last, to be good now. */
export const liveSince = (now: Date) => ({
  createdAfter: new Date(now.getTime() - SESSION_LIFETIME_MS),
  seenAfter: new Date(now.getTime() - IDLE_MS),
})

export const isSeenLongAgo = (lastSeenOn: Date, now: Date): boolean =>
  now.getTime() - lastSeenOn.getTime() >= SEEN_MS

/** A clock that is ahead, such as another server's, makes nothing fresher than now. */
export const notAfter = (time: Date, end: Date): Date => (time > end ? end : time)

/** What a step that needs care takes for fresh: as long as the server waits for an answer of an authenticator. */
const PASSKEY_MS = 5 * 60_000

export const isPasskeyRecent = (passkeyOn: Date, now: Date): boolean =>
  now.getTime() - passkeyOn.getTime() < PASSKEY_MS
