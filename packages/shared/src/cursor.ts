import { type IdKind, isId } from './ids.ts'

/** Where a list goes on: behind the row of that time and id. */
export interface Cursor {
  createdOn: Date
  id: string
}

/** Letters and digits alone: nobody is to read anything into it. */
export const formatCursor = ({ createdOn, id }: Cursor): string =>
  btoa(`${createdOn.getTime()}.${id}`).replace(/=+$/, '')

/** Thirteen digits of milliseconds reach to the year 2286, which every database can hold. */
const PARTS = /^(\d{1,13})\.(.+)$/

/** @returns `undefined` for what `formatCursor` never made of a row of that kind */
export const parseCursor = (kind: IdKind, text: string): Cursor | undefined => {
  const [, time, id = ''] = PARTS.exec(decode(text)) ?? []
  return isId(kind, id) ? { createdOn: new Date(Number(time)), id } : undefined
}

const decode = (text: string): string => {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
