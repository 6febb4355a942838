import { Hono } from 'hono'
import type { Database } from '../../storage/database.ts'
import type { AppEnv } from '../env.ts'

interface HealthDeps {
  database: Database<object> & { readonly faceIndexSupport: string }
  isStopping: () => boolean
}

/** `/live`: the process answers. `/ready`: it should get traffic, with or without 1:N search. */
export const healthRoutes = ({ database, isStopping }: HealthDeps) =>
  new Hono<AppEnv>()
    .get('/live', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      if (isStopping()) return c.json({ status: 'stopping' }, 503)
      try {
        await database.ping()
        return c.json({ status: 'ok', database: database.engine, one_to_n: database.faceIndexSupport })
      } catch {
        return c.json({ status: 'unavailable', database: database.engine }, 503)
      }
    })
