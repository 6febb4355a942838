/** What the wire objects share. Fields without a value are left out, never `null`. */
import { formatCursor } from '@visavis/shared/cursor'
import { isTestTenant } from '@visavis/shared/test-mode'
import type { CursorPaged, Page, Paged } from '../storage/paging.ts'

/** ISO 8601 UTC, whole seconds: `2025-07-21T17:32:28Z`. */
export const toTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

export const times = (row: { createdOn: Date; modifiedOn: Date }) => ({
  created_on: toTime(row.createdOn),
  modified_on: toTime(row.modifiedOn),
})

/** What test mode makes says so, wherever it is shown. */
export const mode = ({ tenantId }: { tenantId: string }): { livemode?: false } =>
  isTestTenant(tenantId) ? { livemode: false } : {}

export const link = (href: string) => ({ href })

export const given = <Key extends string>(key: Key, value: string | null) =>
  value === null ? {} : ({ [key]: value } as Record<Key, string>)

/** A page of a list under `path`, with the ways to the pages before and after it. */
export const toListView = <Row, View>(
  path: string,
  { totalCount, rows }: Paged<Row>,
  { skip, limit }: Page,
  toView: (row: Row) => View,
) => {
  const at = (from: number) => link(`${path}?skip=${from}&limit=${limit}`)
  return {
    total_count: totalCount,
    skip,
    limit,
    data: rows.map(toView),
    _links: {
      self: at(skip),
      ...(skip + limit < totalCount ? { next: at(skip + limit) } : {}),
      ...(skip > 0 ? { previous: at(Math.max(0, skip - limit)) } : {}),
    },
  }
}

/** A page of a list under `path`, asked for by `query`, with the way to the page behind it. */
export const toCursorListView = <Row, View>(
  path: string,
  { rows, next }: CursorPaged<Row>,
  { query, limit }: { query: Readonly<Record<string, string>>; limit: number },
  toView: (row: Row) => View,
) => {
  const at = (cursor: object = {}) =>
    link(`${path}?${new URLSearchParams({ ...query, limit: String(limit), ...cursor })}`)
  return {
    limit,
    data: rows.map(toView),
    _links: { self: at(), ...(next ? { next: at({ cursor: formatCursor(next) }) } : {}) },
  }
}
