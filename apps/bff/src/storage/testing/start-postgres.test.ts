import { Client } from 'pg'
import { expect, it } from 'vitest'
import { findPostgres } from './find-postgres.ts'
import { startPostgres } from './start-postgres.ts'

const npm = findPostgres({ env: { TEST_TOOLS: 'npm' } })

const ask = async (url: string, question: string): Promise<unknown> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

it.skipIf(!npm)("npm's PostgreSQL starts, whoever may read the checkout", async () => {
  const server = await startPostgres(npm)
  try {
    expect(await ask(server.url, "SELECT split_part(version(), ' ', 2)")).toEqual([
      [expect.stringMatching(/^18\./)],
    ])
    // The libraries that are found by their links alone: ICU and libxml2.
    expect(await ask(server.url, `SELECT 'ä' < 'z' COLLATE "und-x-icu"`)).toEqual([[true]])
  } finally {
    await server.stop()
  }
})
