/**
 * Run by tests in a process of its own: opens the PGlite folder of its first argument and commits one tenant with
 * its rows after another, naming each; by "half" it has written one that it will never commit.
 */
import { createDatabase } from '../../composition/create-database.ts'
import { insertTenant } from './rows.ts'

const [dataDir = '', count = '0'] = process.argv.slice(2)
const database = await createDatabase({ kind: 'pglite', dataDir })
for (let written = 0; written < Number(count); written += 1) {
  const { tenantId } = await database.transaction(insertTenant)
  process.stdout.write(`${tenantId}\n`)
}
await database.transaction(async (repositories) => {
  const { tenantId } = await insertTenant(repositories)
  process.stdout.write(`half ${tenantId}\n`)
  await new Promise((resolve) => setTimeout(resolve, 600_000))
})
