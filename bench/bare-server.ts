/** What a request costs at least: one insert, one pipe, no more. Prints its port. `node bench/bare-server.ts DATA_DIR` */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { PGlite } from '@electric-sql/pglite'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Pool } from 'pg'

const [, , dataDir = '.', databaseUrl] = process.argv
const pool = databaseUrl ? new Pool({ connectionString: databaseUrl }) : undefined
const pglite = pool ? undefined : await PGlite.create(join(dataDir, 'bare'))
const query = (text: string, values: unknown[] = []): Promise<unknown> | undefined =>
  pool?.query(text, values) ?? pglite?.query(text, values)
await query(
  'CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, body text NOT NULL, created_on timestamptz)',
)

const app = new Hono()
  .post('/insert', async (c) => {
    const id = randomUUID()
    const body = JSON.stringify(await c.req.json())
    await query('INSERT INTO bare VALUES ($1, $2, $3)', [id, body, new Date()])
    return c.json({ id }, 201)
  })
  .put('/pipe', async (c) => {
    const path = join(dataDir, randomUUID())
    await pipeline(Readable.fromWeb(c.req.raw.body as ReadableStream), createWriteStream(path))
    await rm(path)
    return c.json({ ok: true })
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.stdout.write(`${port}\n`))
