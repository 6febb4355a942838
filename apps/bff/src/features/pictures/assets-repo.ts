import type { ImageMediaType } from '@visavis/shared/image-type'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { PictureSource } from '@visavis/shared/picture-source'
import type { VideoMediaType } from '@visavis/shared/video-type'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { type ApplicantKeyTables, applicantKeyOf } from '../../storage/crypto/applicant-keys-repo.ts'
import type { SealedCount } from '../../storage/crypto/sealed-columns-repo.ts'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf, toErasedValues } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'

/** The last two wait for the picture of their attempt, and nobody lists them. */
type AssetType = 'face_image' | 'face_video' | 'turn_filmstrip' | 'turn_frames' | 'turn_video'

/** Of an attempt, as the partner API lists them. */
export const LISTED_ASSETS = ['face_image', 'face_video'] as const

export interface Asset {
  id: string
  tenantId: string
  /** A face (`face_…`), an indexed face (`fidx_…`), an attempt (`fatp_…`); of what a turn waits with, a challenge. */
  ownerId: string
  /** Whom the owner belonged to when the picture was kept, which is sealed along with it; `null`: nobody said. */
  applicantId: string | null
  type: AssetType
  mediaType: ImageMediaType | VideoMediaType
  bytes: number
  /** What the browser measured on it; `null`: it told nothing. */
  quality: PictureQuality | null
  /** Where a capture page got it from; `null`: it came another way, or nobody said. */
  source: PictureSource | null
  /** Keyed hash of its bytes. */
  bytesHash: Uint8Array | null
  /** Keyed hashes of the parts of its print; `null`: nobody looked at its pixels. */
  printBands: readonly string[] | null
  /** The print itself, encrypted; only `picture-print.ts` opens it. */
  printSealed: Uint8Array | null
  /** Which data key has sealed the picture; `null`: none yet, or one of an earlier version. */
  dataKeyId: number | null
  /**
   * `writing` rows announce an object before it exists, so that a crash leaves nothing unknown behind;
   * `erasing` rows remember an object that is still to be removed, and nobody else sees them.
   */
  status: 'writing' | 'stored' | 'erasing'
  /** Which process announced it. */
  writer: string
  createdOn: Date
}

export const ASSET_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  ownerId: 'kept',
  applicantId: 'kept',
  type: 'kept',
  mediaType: 'kept',
  bytes: 'kept',
  quality: 'personal',
  source: 'kept',
  bytesHash: 'personal',
  printBands: 'personal',
  printSealed: 'personal',
  dataKeyId: 'kept',
  status: 'kept',
  writer: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<Asset>

/** A row with what its picture and its print are sealed by as well. */
export interface KeyedAsset extends Asset {
  /** `null`: it belongs to nobody, or its owner has none yet. */
  applicantKey: Uint8Array | null
}

export type AssetOf<Type extends AssetType> = Omit<KeyedAsset, 'type' | 'mediaType'> & {
  type: Type
  mediaType: Type extends 'face_video' | 'turn_video' ? VideoMediaType : ImageMediaType
}

export interface SealedAsset extends KeyedAsset {
  position: number
  /** Whom its owner belongs to now. */
  ownersApplicantId: string | null
}

export interface AssetsRepo {
  /** @returns the key of its applicant, if they have one */
  insert(row: Asset): Promise<Uint8Array | null>
  /** @throws Error when the row was swept away in the meantime. */
  markStored(id: string, sealing?: Partial<Pick<Asset, 'dataKeyId' | 'printSealed'>>): Promise<void>
  /** Finished pictures that another data key has sealed, in the order of their positions. */
  listSealedOtherwise(dataKeyId: number, after: number, limit: number): Promise<SealedAsset[]>
  countSealed(dataKeyId: number): Promise<SealedCount>
  /** Holds the row of a finished picture until the transaction ends. @returns whether there is one */
  lockStored(id: string): Promise<boolean>
  update(id: string, change: Partial<Pick<Asset, 'applicantId' | 'dataKeyId' | 'printSealed'>>): Promise<void>
  delete(id: string): Promise<void>
  deleteAll(ids: readonly string[]): Promise<void>
  listByOwner(tenantId: string, ownerId: string): Promise<KeyedAsset[]>
  /** Finished ones only, oldest first. @param types default: pictures of faces alone */
  listStored<Type extends AssetType = 'face_image'>(
    tenantId: string,
    ownerId: string,
    page: Page,
    types?: readonly Type[],
  ): Promise<Paged<AssetOf<Type>>>
  /** A finished picture by its id; crosses tenants, the signature of its address stands for them. */
  findStored(id: string): Promise<KeyedAsset | undefined>
  /** Finished pictures of the tenant that may be copies of one with these marks, the likeliest first. */
  listAlike(
    tenantId: string,
    marks: Pick<Asset, 'bytesHash' | 'printBands'>,
    limit: number,
  ): Promise<AlikeAsset[]>
  /** Hides these finished pictures for good. */
  hide(ids: readonly string[]): Promise<void>
  /** Hides the finished pictures of these owners for good. @returns how many there were */
  markErasing(tenantId: string, ownerIds: readonly string[]): Promise<number>
  /** Oldest first. */
  listErasing(tenantId: string, limit: number): Promise<Asset[]>
  /**
   * Announced but never finished by a writer other than `exceptWriter`, of any age or before `createdBefore`; and
   * what is hidden but not yet removed.
   */
  listUnfinished(exceptWriter: string, createdBefore?: Date): Promise<Asset[]>
  /** Those of `ids` that have a row, of any tenant and status. */
  listKnown(ids: readonly string[]): Promise<string[]>
}

export type AlikeAsset = Pick<
  KeyedAsset,
  'id' | 'tenantId' | 'ownerId' | 'applicantId' | 'applicantKey' | 'bytesHash' | 'printSealed'
>

/** What a check asks about pictures. */
export type AssetsReader = Pick<AssetsRepo, 'listAlike'>

export interface AssetTables extends ApplicantKeyTables {
  assets: Asset & Positioned
}

const COLUMNS = columnNames(ASSET_PRIVACY)
const APPLICANT_KEY = applicantKeyOf('assets')
const OWNERS_APPLICANT_ID = sql<string | null>`coalesce(
  (SELECT faces.applicant_id FROM faces WHERE faces.id = assets.owner_id),
  (SELECT face_authentications.applicant_id FROM attempts
    JOIN face_authentications ON face_authentications.id = attempts.face_authentication_id
    WHERE attempts.id = assets.owner_id),
  (SELECT face_index_entries.applicant_id FROM face_index_entries WHERE face_index_entries.id = assets.owner_id)
)`.as('ownersApplicantId')

export const assetsRepo = (db: Kysely<AssetTables>): AssetsRepo => ({
  insert: async (row) => {
    const inserted = await db
      .insertInto('assets')
      .values(row)
      .returning(APPLICANT_KEY)
      .executeTakeFirstOrThrow()
    return inserted.applicantKey
  },
  markStored: async (id, sealing = {}) => {
    const result = await db
      .updateTable('assets')
      .set({ ...sealing, status: 'stored' })
      .where('id', '=', id)
      .executeTakeFirst()
    expectOne('asset', result)
  },
  listSealedOtherwise: (dataKeyId, after, limit) =>
    db
      .selectFrom('assets')
      .select([...COLUMNS, 'position'])
      .select([APPLICANT_KEY, OWNERS_APPLICANT_ID])
      .where('status', '=', 'stored')
      .where('dataKeyId', 'is distinct from', dataKeyId)
      .where('position', '>', after)
      .orderBy('position')
      .limit(limit)
      .execute(),
  countSealed: async (dataKeyId) => {
    const isDone = sql<boolean>`data_key_id IS NOT DISTINCT FROM ${dataKeyId}`
    const { rows } = await sql<SealedCount>`
      SELECT count(*) FILTER (WHERE ${isDone}) AS done, count(*) FILTER (WHERE NOT ${isDone}) AS waiting
      FROM assets WHERE status = 'stored'`.execute(db)
    return rows[0] ?? { done: 0, waiting: 0 }
  },
  lockStored: async (id) => {
    const row = await db
      .selectFrom('assets')
      .select('id')
      .where('id', '=', id)
      .where('status', '=', 'stored')
      .forUpdate()
      .executeTakeFirst()
    return row !== undefined
  },
  update: async (id, change) => {
    await db.updateTable('assets').set(change).where('id', '=', id).execute()
  },
  delete: async (id) => {
    await db.deleteFrom('assets').where('id', '=', id).execute()
  },
  deleteAll: async (ids) => {
    await db.deleteFrom('assets').where('id', '=', sql<string>`any(${ids}::text[])`).execute()
  },
  listByOwner: (tenantId, ownerId) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .select(APPLICANT_KEY)
      .where('tenantId', '=', tenantId)
      .where('ownerId', '=', ownerId)
      .orderBy('position')
      .execute(),
  listStored: async <Type extends AssetType = 'face_image'>(
    tenantId: string,
    ownerId: string,
    { skip, limit }: Page,
    types: readonly AssetType[] = ['face_image'],
  ) => {
    const all = db
      .selectFrom('assets')
      .where('tenantId', '=', tenantId)
      .where('ownerId', '=', ownerId)
      .where('type', 'in', types)
      .where('status', '=', 'stored')
    const { totalCount } = await all
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await all
      .select(COLUMNS)
      .select(APPLICANT_KEY)
      .orderBy('position')
      .offset(skip)
      .limit(limit)
      .execute()
    return { totalCount, rows: rows as AssetOf<Type>[] }
  },
  findStored: (id) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .select(APPLICANT_KEY)
      .where('id', '=', id)
      .where('status', '=', 'stored')
      .executeTakeFirst(),
  listAlike: (tenantId, { bytesHash, printBands }, limit) =>
    db
      .selectFrom('assets')
      .select(['id', 'tenantId', 'ownerId', 'applicantId', 'bytesHash', 'printSealed'])
      .select(APPLICANT_KEY)
      .where('tenantId', '=', tenantId)
      .where('status', '=', 'stored')
      .where(({ eb, or }) =>
        or([
          eb('bytesHash', '=', bytesHash),
          ...(printBands ? [sql<boolean>`print_bands && ${printBands}::text[]`] : []),
        ]),
      )
      // White walls and black borders make bands that thousands share: a copy shares nearly all.
      .orderBy(
        ({ eb }) => eb('bytesHash', '=', bytesHash),
        (order) => order.desc().nullsLast(),
      )
      .$if(printBands !== null, (query) =>
        query.orderBy(
          sql`(select count(*) from unnest(print_bands) as band where band = any(${printBands}::text[]))`,
          'desc',
        ),
      )
      .orderBy('position', 'desc')
      .limit(limit)
      .execute(),
  hide: async (ids) => {
    await db
      .updateTable('assets')
      .set({ ...toErasedValues(ASSET_PRIVACY, {}), status: 'erasing' })
      .where('id', '=', sql<string>`any(${ids}::text[])`)
      .where('status', '=', 'stored')
      .execute()
  },
  markErasing: async (tenantId, ownerIds) => {
    const { numUpdatedRows } = await db
      .updateTable('assets')
      .set({ ...toErasedValues(ASSET_PRIVACY, {}), status: 'erasing' })
      .where('tenantId', '=', tenantId)
      .where('ownerId', '=', sql<string>`any(${ownerIds}::text[])`)
      .where('status', '=', 'stored')
      .executeTakeFirst()
    return Number(numUpdatedRows)
  },
  listErasing: (tenantId, limit) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('status', '=', 'erasing')
      .orderBy('position')
      .limit(limit)
      .execute(),
  listUnfinished: (exceptWriter, createdBefore) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .where(({ and, eb, or }) =>
        or([
          eb('status', '=', 'erasing'),
          and([
            eb('status', '=', 'writing'),
            eb('writer', '!=', exceptWriter),
            ...(createdBefore ? [eb('createdOn', '<', createdBefore)] : []),
          ]),
        ]),
      )
      .orderBy('position')
      .execute(),
  listKnown: async (ids) => {
    const rows = await db
      .selectFrom('assets')
      .select('id')
      // One array parameter, however many ids: the wire protocol counts parameters in 16 bits.
      .where('id', '=', sql<string>`any(${ids}::text[])`)
      .execute()
    return rows.map((row) => row.id)
  },
})
