import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openPglite } from '../pglite.ts'
import { copyPgliteTemplate } from '../testing/pglite-template.ts'
import { EARLIER_PIPELINE } from './0051-recognition-pipelines.ts'

it('gives rows of a version that does not know the newest columns what rows of before were given', async () => {
  const home = await mkdtemp(join(tmpdir(), 'visavis-migration-'))
  await copyPgliteTemplate(join(home, 'db'))
  const { db, close } = await openPglite(join(home, 'db'))
  await sql`INSERT INTO tenants (id, name) VALUES ('tnt_1', 'Acme')`.execute(db)
  const journeys = await sql`INSERT INTO user_journeys (
      id, tenant_id, name, provider, minimum_match_level, provider_setting_keys, allowed_redirect_urls,
      allowed_frame_origins, theme, retry_limit, liveness_policy, retention_days, one_to_n, handoff, copy, thresholds,
      created_on, modified_on
    ) VALUES (
      'usj_1', 'tnt_1', 'Earlier', 'embedded', 3, '{}', '{}', '{}', '{}', 3, 'none', 30, false, true, '{}', '{}', now(),
      now()
    ) RETURNING enrolment_match, lockout, metadata_retention_days, replay_check, review, review_four_eyes`.execute(
    db,
  )
  expect(journeys.rows).toEqual([
    {
      enrolmentMatch: 'required',
      lockout: { declines: 5, window: 86_400, for: 86_400 },
      metadataRetentionDays: null,
      replayCheck: 'refuse',
      review: 'off',
      reviewFourEyes: false,
    },
  ])
  const keys = await sql`INSERT INTO api_keys (id, tenant_id, hash, scopes, created_on)
    VALUES ('key_1', 'tnt_1', decode(repeat('01', 32), 'hex'), '{admin}', now())
    RETURNING allowed_networks, expires_on`.execute(db)
  expect(keys.rows).toEqual([{ allowedNetworks: [], expiresOn: null }])
  const clients =
    await sql`INSERT INTO oauth_clients (id, tenant_id, secret_hash, last_four, scopes, created_on)
    VALUES ('ack_1', 'tnt_1', decode(repeat('01', 32), 'hex'), 'wxyz', '{face:add}', now())
    RETURNING allowed_networks, expires_on`.execute(db)
  expect(clients.rows).toEqual([{ allowedNetworks: [], expiresOn: null }])
  await sql`INSERT INTO applicants (id, tenant_id, created_on, modified_on)
    VALUES ('aplt_1', 'tnt_1', now(), now())`.execute(db)
  await sql`INSERT INTO faces (id, tenant_id, applicant_id, status, provider, source, created_on, modified_on)
    VALUES ('face_1', 'tnt_1', 'aplt_1', 'ACTIVE', 'embedded', 'upload', now(), now())`.execute(db)
  const templates = await sql`INSERT INTO face_templates (face_id, model_id, sealed)
    VALUES ('face_1', 'model/1', '\\x00ff') RETURNING pipeline_id`.execute(db)
  expect(templates.rows).toEqual([{ pipelineId: EARLIER_PIPELINE }])
  await close()
  await rm(home, { recursive: true })
})
