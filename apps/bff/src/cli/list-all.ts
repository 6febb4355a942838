import { MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import type { Page, Paged } from '../storage/paging.ts'

/** Every row of a list, page by page. */
export const listAll = async <Row>(list: (page: Page) => Promise<Paged<Row>>): Promise<Row[]> => {
  const all: Row[] = []
  for (;;) {
    const { rows, totalCount } = await list({ skip: all.length, limit: MAX_PAGE_LIMIT })
    all.push(...rows)
    if (rows.length === 0 || all.length >= totalCount) return all
  }
}
