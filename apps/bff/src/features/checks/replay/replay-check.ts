import { timingSafeEqual } from 'node:crypto'
import type { Sealer } from '../../../storage/assets/types.ts'
import { type AssetsReader, isSamePrint, openPrint, type PictureMarks } from '../../pictures/index.ts'
import type { Check } from '../types.ts'

/** Looked at one by one; more than a few are alike only where somebody sends the same picture again and again. */
const MAX_CANDIDATES = 50

interface Evidence {
  tenantId: string
  marks: PictureMarks
}

interface ReplayDeps {
  database: { assets: AssetsReader }
  sealer: Sealer
}

/** Whether the picture is a copy of one that the tenant has: a reference, or an earlier capture. */
export const createReplayCheck = ({ database, sealer }: ReplayDeps): Check<'replay', Evidence> => ({
  id: 'replay',
  kind: 'injection',
  needs: 'still',
  refusal: { code: 62902, riskLabel: 'replayed' },
  evaluate: async ({ tenantId, marks }) => {
    const alike = await database.assets.listAlike(tenantId, marks, MAX_CANDIDATES)
    const isCopy = alike.some((asset) => {
      if (asset.bytesHash && timingSafeEqual(asset.bytesHash, marks.bytesHash)) return true
      // Of somebody who was erased since a backup that was brought back: nothing of theirs can be opened.
      const isGone = asset.applicantId !== null && asset.applicantKey === null
      if (marks.print === null || isGone) return false
      const print = openPrint({ sealer }, asset)
      return print !== null && isSamePrint(print, marks.print)
    })
    return { outcome: isCopy ? 'failed' : 'passed', score: null }
  },
})
