import { timingSafeEqual } from 'node:crypto'
import { HANDOFF_CODE_LIFETIME_S } from '@visavis/shared/handoff-api'
import type { HashPurpose } from '../../storage/crypto/hash-purposes.ts'
import type { HandoffDeps } from './deps.ts'

/** A phone may take this many turns of the code to scan it and load the page. */
const TURNS_ACCEPTED = 3
const CLAIM_LIFETIME_S = 300
/** 132 bits. */
const CODE_CHARACTERS = 22

type Deps = Pick<HandoffDeps, 'keyedHash' | 'now'>

const toSeconds = (date: Date): number => Math.floor(date.getTime() / 1000)
const sign = ({ keyedHash }: Deps, purpose: HashPurpose, text: string): string =>
  Buffer.from(keyedHash(purpose, text)).toString('base64url')

const isSame = (given: string, right: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

const codeOfTurn = (deps: Deps, id: string, turn: number): string =>
  sign(deps, 'handoff-code', `${id}:${turn}`).slice(0, CODE_CHARACTERS)

/** What the QR code says now. Nothing is stored: it follows from the id and the time. */
export const toHandoffCode = (deps: Deps, id: string): { code: string; expiresIn: number } => {
  const second = toSeconds(deps.now())
  const turn = Math.floor(second / HANDOFF_CODE_LIFETIME_S)
  return { code: codeOfTurn(deps, id, turn), expiresIn: (turn + 1) * HANDOFF_CODE_LIFETIME_S - second }
}

export const isHandoffCode = (deps: Deps, id: string, given: string): boolean => {
  const turn = Math.floor(toSeconds(deps.now()) / HANDOFF_CODE_LIFETIME_S)
  return Array.from({ length: TURNS_ACCEPTED }, (_, back) => turn - back).some((past) =>
    isSame(given, codeOfTurn(deps, id, past)),
  )
}

/** Proof that somebody came with a fresh code; time to read and type the number. */
export const toHandoffClaim = (deps: Deps, id: string): string => {
  const until = toSeconds(deps.now()) + CLAIM_LIFETIME_S
  return `${until}.${sign(deps, 'handoff-claim', `${id}:${until}`)}`
}

export const isHandoffClaim = (deps: Deps, id: string, given: string): boolean => {
  const [until = '', signature = ''] = given.split('.')
  if (!/^\d{1,12}$/.test(until) || Number(until) <= toSeconds(deps.now())) return false
  return isSame(signature, sign(deps, 'handoff-claim', `${id}:${until}`))
}
