import type { Handoff as HandoffView } from '@visavis/shared/handoff-api'
import { create } from 'qrcode'
import { type HeldCapture, toNext } from '../capture/index.ts'
import type { HandoffDeps } from './deps.ts'
import { toHandoffCode } from './handoff-code.ts'
import type { Handoff } from './handoffs-repo.ts'

/** Modules of white around the code; a reader needs four (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4

/** The code is in the fragment: no server sees it, and a link preview that fetches the page learns nothing. */
export const toHandoffUrl = (deps: HandoffDeps, id: string): string =>
  `${deps.publicUrl}/handoff#${id}.${toHandoffCode(deps, id).code}`

export const toHandoffView = (deps: HandoffDeps, held: HeldCapture, handoff: Handoff): HandoffView => {
  const next = toNext(held)
  const { state } = handoff
  if (state !== 'waiting' || next.next === 'done') return { state, next }
  const url = toHandoffUrl(deps, handoff.id)
  const { expiresIn } = toHandoffCode(deps, handoff.id)
  return { state, next, number: String(handoff.number), qr: { url, ...toQrPath(url), expires_in: expiresIn } }
}

/** One rectangle a run of dark modules; a page that allows no inline style can draw it. */
const toQrPath = (text: string): { size: number; path: string } => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let run = 0
      while (x + run < size && data[y * size + x + run]) run += 1
      if (run > 0) path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${run}v1h-${run}z`
      x += run
    }
  }
  return { size: size + 2 * QUIET_ZONE, path }
}
