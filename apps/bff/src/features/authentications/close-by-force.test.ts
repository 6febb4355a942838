import { describe, expect, it } from 'vitest'
import { newAttempt, newAuthentication } from '../../storage/testing/rows.ts'
import { closeByForce } from './close-by-force.ts'

const NOW = new Date('2026-03-01T00:00:00Z')
const SOONER = new Date(NOW.getTime() - 1)
const LATER = new Date(NOW.getTime() + 1)
const authentication = newAuthentication('tnt_1', 'aplt_1', 'usj_1')
const attempt = newAttempt('tnt_1', authentication.id)
const rules = { now: NOW, isLastTry: false }

describe('closing by force', () => {
  it('leaves a decided one as it is', () => {
    const decided = { ...authentication, status: 'approved', responseCodes: [10000] } as const
    expect(closeByForce({ authentication: decided, attempt: undefined }, rules)).toEqual({
      authentication: decided,
      change: undefined,
      reached: [],
    })
  })

  it('closes an open attempt with it', () => {
    const pending = { ...authentication, status: 'pending' } as const
    const open = { ...attempt, expiresOn: LATER, uploadId: 'upload' }
    const { change, reached } = closeByForce({ authentication: pending, attempt: open }, rules)
    expect(change).toEqual({
      status: 'terminated',
      responseCodes: [64001],
      event: 'face_authentication_closed',
      uploadId: null,
      comparingUntil: null,
    })
    expect(reached).toMatchObject([{ type: 'face_authentication_closed' }])
  })

  it.each([
    [false, ['face_authentication_link_expired', 'face_authentication_closed'], [64001]],
    // The journey allows no more: it is over already, with the code of that.
    [true, ['face_authentication_link_expired'], [61101]],
  ])('lets time go first; the last try %s', (isLastTry, types, responseCodes) => {
    const pending = { ...authentication, status: 'pending' } as const
    const due = { ...attempt, expiresOn: SOONER }
    const closed = closeByForce({ authentication: pending, attempt: due }, { now: NOW, isLastTry })
    expect(closed.authentication).toMatchObject({ status: 'inconclusive', responseCodes, modifiedOn: NOW })
    expect(closed.change).toMatchObject({ status: 'expired', responseCodes: [61101] })
    expect(closed.reached.map(({ type }) => type)).toEqual(types)
  })
})
