import { fingerprint, type Uqudo } from './model.ts'

/** @returns level 0–5; `undefined`: one of them cannot be compared */
export const compare = async (
  { kit }: Uqudo,
  reference: Uint8Array,
  selfie: Uint8Array,
  ...keys: readonly string[]
): Promise<{ level: number; isSpoof: boolean } | undefined> => {
  const verdict = kit.verdicts.take(...keys, fingerprint(selfie), fingerprint(reference))
  if (verdict?.outcome === 'match') return { level: verdict.level, isSpoof: false }
  if (verdict) return { level: 0, isSpoof: verdict.outcome === 'spoof' }
  const compared = await kit.faces.compare(reference, selfie)
  return compared.kind === 'compared' ? { level: compared.matchLevel, isSpoof: false } : undefined
}
