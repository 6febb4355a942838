import { CamelCasePlugin, type KyselyConfig } from 'kysely'

export interface QueryWatch {
  /** Told the text of each statement once it ran, never its parameters. */
  onQuery?: ((sql: string) => void) | undefined
}

/** What both engines share. Keys inside JSON columns are a partner's own and keep their spelling. */
export const toKyselyOptions = ({ onQuery }: QueryWatch): Pick<KyselyConfig, 'plugins' | 'log'> => ({
  plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  ...(onQuery ? { log: ({ query }) => onQuery(query.sql) } : {}),
})
