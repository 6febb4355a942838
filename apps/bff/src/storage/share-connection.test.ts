import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { shareConnection } from './share-connection.ts'
import { copyBlankCluster } from './testing/pglite-template.ts'

it('undoes a block that fails before anybody else gets the connection', async () => {
  const home = await mkdtemp(join(tmpdir(), 'visavis-connection-'))
  await copyBlankCluster(join(home, 'cluster'))
  const pglite = await PGlite.create(join(home, 'cluster'))
  const { executeSql } = shareConnection(pglite)
  await executeSql('CREATE TABLE kept (id int)')
  const failing = executeSql('BEGIN; INSERT INTO kept VALUES (1); SELECT 1/0; COMMIT;')
  // Asked for while the block runs, so the very next to get the connection.
  const mine = pglite.transaction((trx) => trx.query('SELECT count(*)::int AS count FROM kept'))
  await expect(failing).rejects.toThrow('division by zero')
  expect((await mine).rows).toEqual([{ count: 0 }])

  expect(await executeSql('BEGIN; INSERT INTO kept VALUES (2) RETURNING id; COMMIT;')).toEqual({
    rows: [{ id: 2 }],
  })
  expect(await executeSql('SELECT id FROM kept WHERE id = $1', [2])).toMatchObject({ rows: [{ id: 2 }] })
  await pglite.close()
  await rm(home, { recursive: true })
})
