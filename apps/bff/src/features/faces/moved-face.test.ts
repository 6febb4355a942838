import { beforeEach, expect, it } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import { retemplateFaces } from './retemplate-faces.ts'

const { test, partner, pglite } = await openTestApp()
const { database } = test.deps
const templatesOf = async (applicantId: string) => {
  const { recognition } = test.provider
  const now = new Date()
  const faces = await database.faces.listActive(test.partner.tenantId, applicantId, now, [recognition])
  return faces.flatMap(({ templates }) => templates).filter(({ modelId }) => modelId === recognition.modelId)
}

let victim: string
let faceId: string
beforeEach(async () => {
  test.provider.recognition = { modelId: `scripted/${Math.random()}`, pipelineId: 'first' }
  victim = await partner.createApplicant()
  const attacker = await partner.createApplicant()
  const { body } = await partner.enrol(attacker)
  faceId = body.id as string
  test.provider.recognition = { modelId: `scripted/${Math.random()}`, pipelineId: 'second' }
})

const retemplate = () => retemplateFaces(test.deps, { after: 0, isOver: () => false })

it('a face that the database gave to another applicant is of no use to them', async () => {
  await pglite.query('UPDATE faces SET applicant_id = $1 WHERE id = $2', [victim, faceId])
  await retemplate()
  expect(await templatesOf(victim)).toEqual([])
})

it.each(['them', 'nobody'])('nor with its picture said to be of %s', async (whom) => {
  await pglite.query('UPDATE faces SET applicant_id = $1 WHERE id = $2', [victim, faceId])
  const applicantId = whom === 'them' ? victim : null
  await pglite.query('UPDATE assets SET applicant_id = $1 WHERE owner_id = $2', [applicantId, faceId])
  await retemplate()
  expect(await templatesOf(victim)).toEqual([])
})

it('one that stays where it is gets its template', async () => {
  await retemplate()
  const row = await database.faces.find(test.partner.tenantId, faceId)
  expect(await templatesOf(row?.applicantId ?? '')).toHaveLength(1)
})

it('a picture of an attempt gives nobody else a face', async () => {
  const owner = await partner.createApplicant()
  await partner.enrol(owner)
  const { authenticationId, attemptId } = await partner.finishAttempt(owner)
  await pglite.query('UPDATE face_authentications SET applicant_id = $1 WHERE id = $2', [
    victim,
    authenticationId,
  ])
  const { status, body } = await partner.post(`/applicants/${victim}/faces`, { attempt_id: attemptId })
  expect(status).toBe(422)
  expect(body.error_codes).toEqual(['attempt_id__picture_gone'])
})
