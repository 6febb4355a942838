/**
 * What the built server takes in memory while nothing happens, whole and without its parts. Run `pnpm build` first.
 * `node --conditions=source bench/memory.ts [--json FILE]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../apps/bff/src/storage/testing/start-postgres.ts'
import { measureIdle, SETTLE_MS } from './measure-idle.ts'
import { type Measurement, report } from './report.ts'

const WITHOUT_ENGINE = { NODE_OPTIONS: `--import ${new URL('without-engine.ts', import.meta.url).href}` }

const home = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
const postgres = await startPostgres()
try {
  const dataDir = join(home, 'pglite')
  const first = await measureIdle({ env: WITHOUT_ENGINE, dataDir })
  const later = await measureIdle({ env: WITHOUT_ENGINE, dataDir })
  const grown = await measureIdle({
    env: WITHOUT_ENGINE,
    dataDir: join(home, 'postgres'),
    databaseUrl: postgres.url,
  })
  const whole = await measureIdle({ env: { ENGINE_WORKERS: '2' }, dataDir })
  const atMost = { at: 'most', limit: 200 } as const
  const measurements: Measurement[] = [
    { metric: 'server without engine', value: later, unit: 'MB', target: atMost },
    { metric: '  at the first start of its data folder', value: first, unit: 'MB' },
    { metric: '  on PostgreSQL', value: grown, unit: 'MB' },
    { metric: 'what PGlite takes', value: later - grown, unit: 'MB' },
    { metric: 'what an engine of two workers takes', value: whole - later, unit: 'MB' },
    {
      metric: 'server with two workers',
      value: whole,
      unit: 'MB',
      target: { at: 'most', limit: 450 },
    },
  ]
  await report(`Idle memory, ${SETTLE_MS / 1000} s after the start`, measurements)
} finally {
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
}
