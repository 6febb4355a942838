import type { PGlite } from '@electric-sql/pglite'
import { fromPglite } from 'pg-boss'

/** Statements between BEGIN and COMMIT, as pg-boss writes its blocks. */
const BLOCK = /^\s*BEGIN;([\s\S]*)COMMIT;?\s*$/

/**
 * pg-boss' own adapter, but for one thing: a block that fails must be undone before anybody else gets the only
 * connection, or their statement fails as part of it.
 */
export const shareConnection = (pglite: PGlite): ReturnType<typeof fromPglite> =>
  fromPglite({
    query: (text, parameters) => pglite.query(text, parameters),
    exec: (text) => {
      const block = BLOCK.exec(text)?.[1]
      return block === undefined ? pglite.exec(text) : pglite.transaction((trx) => trx.exec(block))
    },
    listen: (channel, callback) => pglite.listen(channel, callback),
  })
