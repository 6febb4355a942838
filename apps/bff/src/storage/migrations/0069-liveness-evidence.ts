import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What a journey keeps of the turns of the head, and whether of videos too: nothing, unless it says so. A strip of frames
 * and a video belong to their attempt; `turn_video` waits for the picture, as `turn_frames` do.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`ALTER TABLE user_journeys
    ADD COLUMN liveness_evidence_days integer NOT NULL DEFAULT 0 CHECK (liveness_evidence_days >= 0),
    ADD COLUMN face_video boolean NOT NULL DEFAULT false`,
  sql`ALTER TABLE assets
    DROP CONSTRAINT assets_type_check,
    DROP CONSTRAINT assets_media_type_check,
    ADD CONSTRAINT assets_type_check
      CHECK (type IN ('face_image', 'face_video', 'turn_filmstrip', 'turn_frames', 'turn_video')),
    ADD CONSTRAINT assets_media_type_check
      CHECK (media_type IN ('image/jpeg', 'image/png', 'video/mp4', 'video/webm'))`,
]

export const livenessEvidence: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
