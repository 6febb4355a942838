import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { newApplicantKey } from '../../../storage/crypto/applicant-key.ts'
import { createSealer } from '../../../storage/crypto/sealer.ts'
import { sealPrint } from '../../pictures/picture-print.ts'
import { createReplayCheck } from './replay-check.ts'

const sealer = createSealer(randomBytes(32))
const print = new Uint8Array(randomBytes(17 * 16))
const applicant = { tenantId: 'tnt_1', applicantId: 'aplt_1' }
const owned = { ...applicant, id: 'asst_1', applicantKey: newApplicantKey(sealer, applicant) }
const known = {
  ...owned,
  ownerId: 'face_1',
  bytesHash: null,
  printSealed: sealPrint({ sealer }, owned, print),
}
const marks = { bytesHash: new Uint8Array(32), printBands: [], print }

const check = (asset: typeof known | (Omit<typeof known, 'applicantKey'> & { applicantKey: null })) =>
  createReplayCheck({ sealer, database: { assets: { listAlike: async () => [asset] } } }).evaluate(
    { tenantId: 'tnt_1', marks },
    AbortSignal.timeout(1000),
  )

it('knows a copy by its print, under the key of whomever it is of', async () => {
  expect(await check(known)).toMatchObject({ outcome: 'failed' })
})

it('goes on where a restored backup holds the print of somebody who was erased since', async () => {
  expect(await check({ ...known, applicantKey: null })).toMatchObject({ outcome: 'passed' })
})
