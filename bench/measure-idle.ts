import { setTimeout } from 'node:timers/promises'
import { findFreePort } from '../apps/bff/src/storage/testing/start-postgres.ts'
import { startBff } from '../scripts/start-bff.ts'
import { readMemory } from './read-memory.ts'

/** What was only needed to start is gone by then. */
export const SETTLE_MS = 30_000

export interface IdleServer {
  env: Record<string, string>
  dataDir: string
  databaseUrl?: string
}

/** What the built server takes in memory, in MB, while nothing happens. */
export const measureIdle = async ({ env, ...options }: IdleServer): Promise<number> => {
  const port = await findFreePort()
  const bff = await startBff({ ...options, env: { LOG_LEVEL: 'warn', METRICS_PORT: String(port), ...env } })
  try {
    await setTimeout(SETTLE_MS)
    return await readMemory(port)
  } finally {
    await bff.stop()
  }
}
