import { AppError } from '@visavis/shared/errors'
import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import type { Page } from '../storage/paging.ts'

/** `skip` and `limit` of a query. @throws AppError REQUEST_INVALID */
export const readPage = ({ skip, limit }: Record<string, string>): Page => {
  const page = {
    skip: readCount(skip, 0, Number.MAX_SAFE_INTEGER),
    limit: readCount(limit, DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT),
  }
  const wrong = [
    ...(page.skip === undefined ? ['skip__invalid_format'] : []),
    ...(page.limit === undefined || page.limit === 0 ? ['limit__invalid_format'] : []),
  ]
  if (page.skip === undefined || page.limit === undefined || wrong.length > 0) {
    throw new AppError('REQUEST_INVALID', { errorCodes: wrong })
  }
  return { skip: page.skip, limit: page.limit }
}

const readCount = (text: string | undefined, otherwise: number, most: number): number | undefined => {
  if (text === undefined) return otherwise
  return /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}
