import { PGlite } from '@electric-sql/pglite'
import { vi } from 'vitest'

/** A database keeps the PGlite that it runs on to itself: what `open` opens one with is caught on its way. */
export const catchPglite = async <T>(open: () => Promise<T>): Promise<{ opened: T; pglite: PGlite }> => {
  const create = vi.spyOn(PGlite, 'create')
  try {
    const opened = await open()
    const result = create.mock.results.at(-1)
    if (result?.type !== 'return') throw new Error('no PGlite was opened')
    return { opened, pglite: await result.value }
  } finally {
    create.mockRestore()
  }
}
