import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

export interface EmptyDatabase {
  name: string
  url: string
  drop(): Promise<void>
}

/** The server that `TEST_DATABASE_URL` names, which stays when it is stopped, or a throw-away one. */
export const openTestServer = async (): Promise<RunningPostgres> => {
  const { TEST_DATABASE_URL: url } = process.env
  return url ? { url, stop: async () => {} } : startPostgres()
}

/** A database of its own on a server whose user may create some. @param template nobody is connected to it */
export const createEmptyDatabase = async (
  serverUrl: string,
  template = 'template1',
): Promise<EmptyDatabase> => {
  const admin = new Client({ connectionString: serverUrl })
  await admin.connect()
  const name = `visavis_test_${randomUUID().replaceAll('-', '')}`
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    name,
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}
