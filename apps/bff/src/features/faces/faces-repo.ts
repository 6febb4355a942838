import type { FaceSource, FaceStatus } from '@visavis/shared/statuses'
import type { TemplateFailure } from '@visavis/shared/webhook-events'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Recognition } from '../../providers/types.ts'
import { type ApplicantKeyTables, applicantKeyOf } from '../../storage/crypto/applicant-keys-repo.ts'
import { expectOne } from '../../storage/expect-one.ts'
import {
  type CursorPage,
  type CursorPaged,
  type Page,
  type Paged,
  toCursorPaged,
  whereListed,
} from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'
import { forgetReasons, type ReviewTables, reviewedOf, withdrawReviews } from '../reviews/index.ts'
import { isComparable, isFailed, isTemplated } from './comparable-face.ts'
import { type FaceFilter, whereFaces } from './list-filter.ts'

export interface Face {
  id: string
  tenantId: string
  applicantId: string
  /** As stored; `faces/transition-rules.ts` tells what time makes of it. */
  status: FaceStatus
  provider: string
  source: FaceSource
  /** With source `attempt` only. */
  sourceAttemptId: string | null
  /** With source `vendor` only: what the provider itself calls the reference. */
  vendorReference: string | null
  /** From then on the face is never compared. */
  expiresOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export const FACE_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  status: 'kept',
  provider: 'kept',
  source: 'kept',
  sourceAttemptId: 'kept',
  vendorReference: 'personal',
  expiresOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<Face>

/** What one model made of the picture of a face. There is none before the picture is taken, or of a vendor reference. */
export interface FaceTemplate {
  faceId: string
  /** Templates of different models, or of different pipelines, are never compared. */
  modelId: string
  pipelineId: string
  /** Encrypted; only `seal-template.ts` opens it. */
  sealed: Uint8Array
}

export const FACE_TEMPLATE_PRIVACY = {
  faceId: 'kept',
  modelId: 'kept',
  pipelineId: 'kept',
  sealed: 'personal',
} satisfies PrivacyOf<FaceTemplate>

/** A model that can make no template of a face: the face's person has to enrol again. */
export interface FaceTemplateFailure extends Recognition {
  faceId: string
  reason: TemplateFailure
  createdOn: Date
}

export const FACE_TEMPLATE_FAILURE_PRIVACY = {
  faceId: 'kept',
  modelId: 'kept',
  pipelineId: 'kept',
  reason: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<FaceTemplateFailure>

/** How far all the faces there are have come with a model. */
export interface TemplateProgress {
  /** With a template of it. */
  made: number
  /** Without, and without a failure. */
  waiting: number
  failed: number
}

/** A face with all its templates, and what they are sealed by. */
export interface ComparableFace extends Face {
  templates: readonly FaceTemplate[]
  applicantKey: Uint8Array | null
  /** The present model could make nothing of its picture. */
  hasFailed: boolean
}

export interface FaceTables extends ApplicantKeyTables, ReviewTables {
  faces: Face & Positioned
  faceTemplates: FaceTemplate
  faceTemplateFailures: FaceTemplateFailure
}

export type UntemplatedFace = Pick<Face, 'id' | 'tenantId' | 'applicantId'> & { position: number }

export interface ErasedFaces {
  /** As they were. */
  faces: readonly Pick<Face, 'id' | 'tenantId' | 'applicantId' | 'status' | 'source' | 'provider'>[]
  templates: number
  vendorReferences: number
}

export interface FacesRepo {
  /** With its templates, if it has any yet. */
  insert(row: Face, templates?: readonly FaceTemplate[]): Promise<void>
  /** Takes the place of the one before, of the same face, model and pipeline. */
  putTemplate(row: FaceTemplate): Promise<void>
  /** @returns whether it is new */
  noteFailure(row: FaceTemplateFailure): Promise<boolean>
  /** Any tenant's, with a picture of ours by rights and without template and failure of that model, in order of position. */
  listUntemplated(recognition: Recognition, after: number, limit: number): Promise<UntemplatedFace[]>
  countTemplates(recognition: Recognition): Promise<TemplateProgress>
  get(tenantId: string, applicantId: string, id: string): Promise<Face | undefined>
  /** By its id alone, whoever's it is. */
  find(tenantId: string, id: string): Promise<Face | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<Face | undefined>
  /** Oldest first. */
  list(tenantId: string, applicantId: string, page: Page): Promise<Paged<Face>>
  /** Whoever's they are, newest first; the status is that as of `now`. */
  listNewest(tenantId: string, filter: FaceFilter, page: CursorPage, now: Date): Promise<CursorPaged<Face>>
  /** Every one of them, oldest first. */
  listAll(tenantId: string, applicantId: string): Promise<Face[]>
  /**
   * ACTIVE and unexpired faces of the applicant, newest first.
   * @param recognitions the present one first: leaves out faces of ours that none of these can compare; empty: none is
   * left out
   */
  listActive(
    tenantId: string,
    applicantId: string,
    now: Date,
    recognitions?: readonly Recognition[],
  ): Promise<ComparableFace[]>
  update(id: string, change: Partial<Pick<Face, 'status' | 'expiresOn'>>, modifiedOn: Date): Promise<void>
  /** With their templates and enrolment links; nobody reviews them any more. @returns what went */
  erase(
    tenantId: string,
    which: { ids: readonly string[] } | { sourceAttemptIds: readonly string[] } | { applicantId: string },
  ): Promise<ErasedFaces>
}

const COLUMNS = columnNames(FACE_PRIVACY)

/** Of `face`: it was made of a picture that was to be kept here. */
const HAS_PICTURE = sql`(face.vendor_reference IS NULL AND face.status IN ('ACTIVE', 'DISABLED'))`

export const facesRepo = (db: Kysely<FaceTables>): FacesRepo => {
  const ofTenant = (tenantId: string) => db.selectFrom('faces').where('tenantId', '=', tenantId)
  const ofApplicant = (tenantId: string, applicantId: string) =>
    ofTenant(tenantId).where('applicantId', '=', applicantId)
  return {
    insert: async (row, templates = []) => {
      const insert = db.insertInto('faces').values(row)
      // One statement: the foreign key is looked at when it ends.
      await (templates.length === 0
        ? insert
        : db
            .with('face', () => insert)
            .insertInto('faceTemplates')
            .values(templates)
      ).execute()
    },
    putTemplate: async ({ sealed, ...key }) => {
      await db
        .insertInto('faceTemplates')
        .values({ ...key, sealed })
        .onConflict((conflict) =>
          conflict.columns(['faceId', 'modelId', 'pipelineId']).doUpdateSet({ sealed }),
        )
        .execute()
    },
    noteFailure: async (row) => {
      const noted = await db
        .insertInto('faceTemplateFailures')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('faceId')
        .executeTakeFirst()
      return noted !== undefined
    },
    listUntemplated: async (recognition, after, limit) => {
      const { rows } = await sql<UntemplatedFace>`
        SELECT face.id, face.tenant_id, face.applicant_id, face.position FROM faces AS face
        WHERE ${HAS_PICTURE} AND face.position > ${after} AND NOT ${isTemplated([recognition])}
          AND NOT ${isFailed(recognition)}
        ORDER BY face.position LIMIT ${limit}`.execute(db)
      return rows
    },
    countTemplates: async ({ modelId, pipelineId }) => {
      const { rows } = await sql<TemplateProgress>`
        SELECT count(template.face_id) AS made,
          count(failure.face_id) FILTER (WHERE template.face_id IS NULL) AS failed,
          count(*) FILTER (WHERE template.face_id IS NULL AND failure.face_id IS NULL) AS waiting
        FROM faces AS face
        LEFT JOIN face_templates AS template ON template.face_id = face.id
          AND template.model_id = ${modelId} AND template.pipeline_id = ${pipelineId}
        LEFT JOIN face_template_failures AS failure ON failure.face_id = face.id
          AND failure.model_id = ${modelId} AND failure.pipeline_id = ${pipelineId}
        WHERE ${HAS_PICTURE}`.execute(db)
      return rows[0] ?? { made: 0, waiting: 0, failed: 0 }
    },
    get: (tenantId, applicantId, id) =>
      ofApplicant(tenantId, applicantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    find: (tenantId, id) => ofTenant(tenantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    lock: (tenantId, id) =>
      ofTenant(tenantId).select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst(),
    list: async (tenantId, applicantId, { skip, limit }) => {
      const all = ofApplicant(tenantId, applicantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    listNewest: async (tenantId, filter, page, now) => {
      const rows = await ofTenant(tenantId)
        .select(COLUMNS)
        .where((eb) => eb.and([...whereFaces(tenantId, filter, now), ...whereListed(filter, page)]))
        .orderBy('createdOn', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1)
        .execute()
      return toCursorPaged(rows, page)
    },
    listAll: (tenantId, applicantId) =>
      ofApplicant(tenantId, applicantId).select(COLUMNS).orderBy('position').execute(),
    listActive: async (tenantId, applicantId, now, recognitions = []) => {
      const [present] = recognitions
      const rows = await db
        .selectFrom('faces as face')
        .where('tenantId', '=', tenantId)
        .where('applicantId', '=', applicantId)
        .leftJoin('faceTemplates', 'faceTemplates.faceId', 'face.id')
        .select(COLUMNS)
        .select(['faceTemplates.modelId', 'faceTemplates.pipelineId', 'faceTemplates.sealed'])
        .select(applicantKeyOf('face'))
        .select((present ? isFailed(present) : sql<boolean>`false`).as('hasFailed'))
        .where('status', '=', 'ACTIVE')
        .where(({ eb, or }) => or([eb('expiresOn', 'is', null), eb('expiresOn', '>', now)]))
        .$if(recognitions.length > 0, (query) => query.where(isComparable(recognitions)))
        .orderBy('position', 'desc')
        .orderBy('faceTemplates.modelId')
        .orderBy('faceTemplates.pipelineId')
        .execute()
      return gatherTemplates(rows)
    },
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('faces')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('face', result)
    },
    erase: async (tenantId, which) => {
      const erasing = db.with('gone', (query) =>
        query
          .deleteFrom('faces')
          .where('tenantId', '=', tenantId)
          .where((eb) => {
            if ('applicantId' in which) return eb('applicantId', '=', which.applicantId)
            return 'ids' in which
              ? eb('id', '=', sql<string>`any(${which.ids}::text[])`)
              : eb('sourceAttemptId', '=', sql<string>`any(${which.sourceAttemptIds}::text[])`)
          })
          .returning(['id', 'tenantId', 'applicantId', 'status', 'source', 'provider', 'vendorReference'])
          // As they were before the statement, which takes them along.
          .returning((eb) =>
            eb
              .selectFrom('faceTemplates')
              .select(({ fn }) => fn.countAll<number>().as('count'))
              .whereRef('faceTemplates.faceId', '=', 'faces.id')
              .as('templates'),
          ),
      )
      // The faces first, as whoever reviews one holds it before its review.
      const withdrawing = erasing.with('withdrawn', () =>
        withdrawReviews(db, tenantId, sql`SELECT id FROM gone`),
      )
      const forgetting =
        'applicantId' in which
          ? withdrawing.with('forgotten', () =>
              forgetReasons(db, tenantId, reviewedOf(tenantId, which.applicantId)),
            )
          : withdrawing
      const gone = await forgetting.selectFrom('gone').selectAll().execute()
      return {
        faces: gone.map(({ templates: _, vendorReference: __, ...face }) => face),
        templates: gone.reduce((sum, { templates }) => sum + (templates ?? 0), 0),
        vendorReferences: gone.filter(({ vendorReference }) => vendorReference !== null).length,
      }
    },
  }
}

/** One row a face out of one a template; those of a face follow one another. */
const gatherTemplates = (
  rows: readonly (Omit<ComparableFace, 'templates'> & {
    [Key in 'modelId' | 'pipelineId' | 'sealed']: FaceTemplate[Key] | null
  })[],
): ComparableFace[] => {
  const faces: (ComparableFace & { templates: FaceTemplate[] })[] = []
  for (const { modelId, pipelineId, sealed, ...face } of rows) {
    let last = faces.at(-1)
    if (last?.id !== face.id) {
      last = { ...face, templates: [] }
      faces.push(last)
    }
    if (modelId !== null && pipelineId !== null && sealed !== null) {
      last.templates.push({ faceId: face.id, modelId, pipelineId, sealed })
    }
  }
  return faces
}
