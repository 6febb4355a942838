import { createHash, randomBytes } from 'node:crypto'
import { Client, type QueryConfig } from 'pg'

/**
 * Texts that get a name, each a plan in every connection; of the server's own there are fewer. What comes when they are
 * used up is planned each time, as everything is without names.
 */
const MAX_NAMES = 300
const NAME_DIGITS = 24
const PREFIX_BYTES = 6
/** PostgreSQL's Appendix A: there is no such statement, or another one of that name. A pooler gave us another session. */
const LOST = ['26000', '42P05']

/** The name of a statement: of a text that comes for the second time at least, while there are names left. */
const createNames = () => {
  const names = new Map<string, string | undefined>()
  let isOff = false
  return {
    nameOf: (text: string): string | undefined => {
      if (isOff || (names.size >= MAX_NAMES && !names.has(text))) return undefined
      const name = names.get(text)
      if (name !== undefined) return name
      const isNew = !names.has(text)
      names.set(
        text,
        isNew ? undefined : createHash('sha256').update(text).digest('hex').slice(0, NAME_DIGITS),
      )
      return names.get(text)
    },
    switchOff: () => {
      isOff = true
    },
  }
}

/**
 * A client for a pool: statements that come again get names, so that each connection parses them once and PostgreSQL
 * keeps their plan where it is no worse (its manual, "PREPARE"). Behind a pooler that hands out sessions by transaction
 * and knows nothing of prepared statements the first failure switches that off, for all connections.
 */
export const createNamingClient = (): typeof Client => {
  const { nameOf, switchOff } = createNames()
  class NamingClient extends Client {
    /** Where several clients share a session, each has statements of its own there. */
    readonly prefix = randomBytes(PREFIX_BYTES).toString('hex')
  }
  const { query } = Client.prototype as { query: (...values: unknown[]) => unknown }

  const named = async (client: Client, config: QueryConfig): Promise<unknown> => {
    try {
      return await query.call(client, config)
    } catch (failure) {
      if (LOST.includes((failure as { code?: string }).code ?? '')) switchOff()
      throw failure
    }
  }
  Object.defineProperty(NamingClient.prototype, 'query', {
    value(this: NamingClient, text: unknown, values: unknown, ...others: unknown[]) {
      // Cursors, callbacks and the pool's own statements are passed on, and BEGIN and the like, of which there is no plan.
      const isPlain =
        typeof text === 'string' && Array.isArray(values) && values.length > 0 && others.length === 0
      const name = isPlain ? nameOf(text) : undefined
      if (!isPlain || name === undefined) return query.call(this, text, values, ...others)
      return named(this, { name: `${this.prefix}_${name}`, text, values })
    },
  })
  return NamingClient
}
