import { type PGlite, protocol, type Results } from '@electric-sql/pglite'
import type { PGliteDialectConfig } from 'kysely'

const { serialize } = protocol

/** What Kysely's dialect needs of a PGlite. */
type KyselyPglite = Exclude<PGliteDialectConfig['pglite'], (...options: never[]) => unknown>

/** Texts that are remembered; of the server's own there are fewer. */
const MAX_TEXTS = 300
/**
 * A plan is made for the tables as they are, and nothing here analyses them anew (PGlite has no autovacuum): of a table
 * that was empty every row is read. So plans are thrown away while that is still cheap.
 */
const MAX_AGE_MS = 60_000
/** PostgreSQL's Appendix A: the result has other columns since; the statement is gone. */
const OUTDATED = ['0A000', '26000']

interface Prepared {
  name: string
  parameterTypes: readonly number[]
  fields: readonly { name: string; dataTypeID: number }[]
  preparedOn: number
}

export interface PrepareOptions {
  /** In milliseconds. */
  now?: () => number
  /** Called for each statement outside of a transaction, and for each transaction. */
  onUse?: () => void
}

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>

/**
 * A PGlite that parses and plans a statement once a minute instead of each time, and sends it in one message instead of
 * six: what a statement costs inside this process is mostly that. A text gets a name of its own when it comes for the
 * second time; what comes once is left to PGlite.
 */
export const preparePglite = (
  pglite: PGlite,
  { now = () => performance.now(), onUse = () => undefined }: PrepareOptions = {},
): KyselyPglite => {
  /** By text, the one used longest ago first; `null`: seen once. */
  const statements = new Map<string, Prepared | null>()
  let names = 0
  let unused: string[] = []

  const send = (isAlone: boolean, messages: readonly Uint8Array[]): Promise<Messages> =>
    pglite.execProtocolStream(Buffer.concat(messages), { syncToFs: isAlone })

  const forgetOldest = (): void => {
    const [oldest] = statements
    if (oldest === undefined || statements.size <= MAX_TEXTS) return
    const [text, prepared] = oldest
    statements.delete(text)
    if (prepared) unused.push(prepared.name)
  }

  const prepare = async (text: string): Promise<Prepared> => {
    const preparedOn = now()
    names += 1
    const name = `visavis_${names}`
    const closed = unused.map((old) => serialize.close({ type: 'S', name: old }))
    unused = []
    const answers = await send(false, [
      ...closed,
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ])
    return { name, preparedOn, ...readDescription(answers) }
  }

  /** The text's statement; nothing when it comes for the first time. */
  const recall = async (text: string): Promise<Prepared | undefined> => {
    const known = statements.get(text)
    // It moves to the end, where the texts used last are; a text that cannot be prepared is forgotten.
    statements.delete(text)
    const isCurrent = known !== undefined && known !== null && now() - known.preparedOn < MAX_AGE_MS
    if (known && !isCurrent) unused.push(known.name)
    const next = known === undefined ? null : isCurrent ? known : await prepare(text)
    statements.set(text, next)
    forgetOldest()
    return next ?? undefined
  }

  /** @param isAlone whether it is a transaction of its own @returns nothing when it is left to PGlite */
  const run = <Row>(
    isAlone: boolean,
    text: string,
    parameters: readonly unknown[] = [],
  ): Promise<Results<Row> | undefined> =>
    pglite.runExclusive(async () => {
      const prepared = await recall(text)
      if (!prepared) return undefined
      const values = parameters.map((value, index) =>
        toWire(pglite, value, prepared.parameterTypes[index] ?? 0),
      )
      try {
        const answers = await send(isAlone, [
          serialize.bind({ statement: prepared.name, values }),
          serialize.execute({}),
          serialize.sync(),
        ])
        return toResults<Row>(pglite, answers, prepared)
      } catch (failure) {
        const isOutdated = OUTDATED.includes((failure as { code?: string }).code ?? '')
        if (!isOutdated) throw failure
        statements.delete(text)
        unused.push(prepared.name)
        if (isAlone) return undefined
        throw failure
      }
    })

  return {
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
    get waitReady() {
      return pglite.waitReady
    },
    close: () => pglite.close(),
    query: async <Row>(text: string, parameters?: unknown[]) => {
      onUse()
      // The transaction's lock, or the statement would become part of somebody's transaction.
      const results = await pglite._runExclusiveTransaction(() => run<Row>(true, text, parameters))
      return results ?? pglite.query<Row>(text, parameters)
    },
    transaction: (work) => {
      onUse()
      return pglite.transaction((trx) =>
        work({
          query: async <Row>(text: string, parameters?: unknown[]) =>
            (await run<Row>(false, text, parameters)) ?? trx.query<Row>(text, parameters),
          rollback: () => trx.rollback(),
        }),
      )
    },
  }
}

const readDescription = (answers: Messages): Pick<Prepared, 'parameterTypes' | 'fields'> => {
  const parameters = answers.find((answer) => answer instanceof protocol.messages.ParameterDescriptionMessage)
  const row = answers.find((answer) => answer instanceof protocol.messages.RowDescriptionMessage)
  return { parameterTypes: parameters?.dataTypeIDs ?? [], fields: row?.fields ?? [] }
}

/** As PGlite writes parameters. */
const toWire = (pglite: PGlite, value: unknown, type: number): string | null => {
  if (value === null || value === undefined) return null
  const serializer = pglite.serializers[type]
  return serializer ? serializer(value) : String(value)
}

/** As PGlite reads rows. */
const toResults = <Row>({ parsers }: PGlite, answers: Messages, { fields }: Prepared): Results<Row> => {
  const rows: Row[] = []
  let affectedRows = 0
  for (const answer of answers) {
    if (answer instanceof protocol.messages.DataRowMessage) {
      const entries = fields.map(({ name, dataTypeID }, index) => {
        const text = answer.fields[index] ?? null
        const parser = parsers[dataTypeID]
        return [name, text !== null && parser ? parser(text, dataTypeID) : text]
      })
      rows.push(Object.fromEntries(entries))
    } else if (answer instanceof protocol.messages.CommandCompleteMessage) {
      affectedRows = Number(/^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/.exec(answer.text)?.[1] ?? 0)
    }
  }
  return { rows, affectedRows, fields: [...fields] }
}
