import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { newApplicantKey } from '../../storage/crypto/applicant-key.ts'
import { createSealer } from '../../storage/crypto/sealer.ts'
import { openTemplate, sealTemplate } from './seal-template.ts'

const deps = { sealer: createSealer(randomBytes(32)) }
const applicant = { tenantId: 'tnt_a', applicantId: 'aplt_a' }
const face = { ...applicant, applicantKey: newApplicantKey(deps.sealer, applicant), id: 'face_a' }
const template = { modelId: 'model/1', pipelineId: 'pipeline/1', data: new Uint8Array([1, 2, 3]) }
const sealed = sealTemplate(deps, face, template)

it('opens for the face it was made of', () => {
  expect(openTemplate(deps, face, sealed)).toEqual(template)
})

/** @see a row that was moved to another applicant and opened there */
it.each([
  ['tenant', { ...face, tenantId: 'tnt_b' }, sealed],
  ['applicant', { ...face, applicantId: 'aplt_b' }, sealed],
  ['face', { ...face, id: 'face_b' }, sealed],
  ['model', face, { ...sealed, modelId: 'model/2' }],
])('does not open for another %s', (_, owner, row) => {
  expect(() => openTemplate(deps, owner, row)).toThrow('belongs elsewhere')
})

it('does not open without the key of its applicant, nor with another one', () => {
  expect(() => openTemplate(deps, { ...face, applicantKey: null }, sealed)).toThrow('key is not here')
  const other = newApplicantKey(deps.sealer, applicant)
  expect(() => openTemplate(deps, { ...face, applicantKey: other }, sealed)).toThrow('another key')
})
