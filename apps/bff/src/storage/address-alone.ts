import { sql } from 'kysely'

/** `redirect_url` as it stays: a partner's address may carry who its customer is after the `?`. */
export const ADDRESS_ALONE = sql<string>`regexp_replace(redirect_url, '[?#].*$', '')`
