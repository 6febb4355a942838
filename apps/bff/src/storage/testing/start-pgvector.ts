import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { RunningPostgres } from './start-postgres.ts'

interface StartPgvectorOptions {
  dataDir: string
  /** As if the extension were not installed on the server. */
  isWithoutExtension?: boolean
}

/** A PostgreSQL with pgvector behind a socket, for what speaks its protocol. Its connections share one session. */
export const startPgvector = async ({
  dataDir,
  isWithoutExtension = false,
}: StartPgvectorOptions): Promise<RunningPostgres> => {
  const db = await PGlite.create(dataDir, { extensions: isWithoutExtension ? {} : { vector } })
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 })
  await server.start()
  return {
    url: `postgresql://postgres@${server.getServerConn()}/postgres`,
    stop: async () => {
      await server.stop()
      await db.close()
    },
  }
}
