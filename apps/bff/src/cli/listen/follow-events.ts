import { setTimeout as sleep } from 'node:timers/promises'
import { pageOf } from '@visavis/shared/answers'
import type { eventSchema } from '@visavis/shared/webhook-answers'
import * as z from 'zod'
import { CliError } from '../cli-error.ts'

/** An event as the API shows it, which is the body of a webhook; kept as it came, so that nothing of it is lost. */
export type ListedEvent = z.output<typeof eventSchema>

export interface FollowOptions {
  /** Of the server, without a slash at its end. */
  url: string
  apiKey: string
  signal: AbortSignal
  /** Told once each time that the server does not answer, and goes on trying. */
  onTrouble: (why: string) => void
  /** Default: a second. */
  everyMs?: number
}

const EVERY_MS = 1000
const TIMEOUT_MS = 10_000
/** Events of transactions that run side by side are seen in another order than that of their times. */
const LOOK_BACK_MS = 60_000

const pageSchema = pageOf(z.looseObject({ id: z.string(), type: z.string(), created_on: z.iso.datetime() }))

/** Not this time; the next one may do. */
class Trouble extends Error {
  override readonly name = 'Trouble'
}

/**
 * What happens from now on, oldest first, until `signal` ends it. Asked of `GET /events`, by the server's own clock.
 * @throws CliError when the server cannot be reached at the beginning, or refuses the key
 */
export async function* followEvents(options: FollowOptions): AsyncGenerator<ListedEvent> {
  const { signal, onTrouble, everyMs = EVERY_MS } = options
  /** Those of the time that is looked back to. */
  let seen = new Set<string>()
  let since = (await read(options, '?limit=1').catch(toCliError)).now - LOOK_BACK_MS
  let isFirst = true
  let isTroubled = false
  while (!signal.aborted) {
    try {
      const { events, now } = await readSince(options, since)
      const isNew = (event: ListedEvent) => !isFirst && !seen.has(event.id)
      const found = events.filter(isNew).reverse()
      seen = new Set(events.map(({ id }) => id))
      since = now - LOOK_BACK_MS
      isFirst = false
      isTroubled = false
      yield* found
    } catch (failure) {
      if (signal.aborted) return
      if (!(failure instanceof Trouble)) throw failure
      if (!isTroubled) onTrouble(failure.message)
      isTroubled = true
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}

const toCliError = (failure: unknown): never => {
  throw failure instanceof Trouble ? new CliError(failure.message, { cause: failure }) : failure
}

/** Newest first. */
const readSince = async (options: FollowOptions, since: number) => {
  const events: ListedEvent[] = []
  let query: string | undefined = `?limit=100&created_after=${new Date(since).toISOString()}`
  let now = 0
  while (query !== undefined) {
    const page = await read(options, query)
    events.push(...page.events)
    // The first one's: what happens while the others are read is found the next time.
    now ||= page.now
    query = page.next && new URL(page.next).search
  }
  return { events, now }
}

const read = async ({ url, apiKey, signal }: FollowOptions, query: string) => {
  let answer: Response
  try {
    answer = await fetch(`${url}/events${query}`, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
  } catch (cause) {
    throw new Trouble(`${url} does not answer.`, { cause })
  }
  const { status } = answer
  if (status === 401) throw new CliError(`${url} does not know the key in VISAVIS_API_KEY (401).`)
  if (status === 403) {
    throw new CliError(
      `The key in VISAVIS_API_KEY may not read events (403): it needs face-authentication:*.`,
    )
  }
  if (status === 429 || status >= 500) throw new Trouble(`${url} answers ${status}.`)
  const parsed = pageSchema.safeParse(await answer.json().catch(() => undefined))
  if (!answer.ok || !parsed.success) throw new CliError(`${url} is no Visavis: ${status} to GET /events.`)
  const { data, _links } = parsed.data
  const now = Date.parse(answer.headers.get('date') ?? '') || Date.now()
  return { events: data as ListedEvent[], next: _links.next?.href, now }
}
