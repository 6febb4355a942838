import { describe, expect, it } from 'vitest'
import type { Journey } from '../api/journeys.ts'
import { isChanged, toChange, toDraft } from './draft-rules.ts'

const JOURNEY: Journey = {
  id: 'usj_aaaaaaaaaaaaaaaaaaaaaaaaaa',
  created_on: '2026-01-01T00:00:00Z',
  modified_on: '2026-01-01T00:00:00Z',
  name: 'Till',
  provider: 'vendor',
  provider_setting_keys: ['api_key'],
  allowed_redirect_urls: [],
  allowed_frame_origins: [],
  theme: { colors: { accent: '#0b5f66' } },
  retry_limit: 3,
  minimum_match_level: 3,
  liveness_policy: 'none',
  enrolment_match: 'required',
  replay_check: 'refuse',
  retention_days: 30,
  liveness_evidence_days: 0,
  review: 'off',
  review_four_eyes: false,
  face_video: false,
  one_to_n: false,
  handoff: true,
  copy: {},
  thresholds: {},
  _links: { self: { href: 'https://id.example/user-journeys/usj_a' } },
}

describe('what is sent', () => {
  it('is nothing while nothing was changed, whatever the answer leaves out', () => {
    const draft = toDraft(JOURNEY)
    expect(toChange(draft, toDraft(JOURNEY))).toEqual({})
    expect(isChanged(draft, draft)).toBe(false)
    expect(draft).toMatchObject({ locale: null, lockout: null, provider_settings: {} })
  })

  it('is what was changed, objects as a whole, and settings that were typed', () => {
    const draft = toDraft(JOURNEY)
    const edited = {
      ...draft,
      theme: { colors: { accent: '#7a0019' } },
      provider_settings: { api_key: 'new' },
      one_to_n: false,
    }
    expect(toChange(draft, edited)).toEqual({
      theme: { colors: { accent: '#7a0019' } },
      provider_settings: { api_key: 'new' },
    })
  })
})
