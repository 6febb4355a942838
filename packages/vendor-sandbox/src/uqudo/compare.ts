import { fingerprint, type Uqudo } from './model.ts'

/** @returns level 0–5, and what the script ends with instead; `undefined`: one of them cannot be compared */
export const compare = async (
  { kit }: Uqudo,
  reference: Uint8Array,
  selfie: Uint8Array,
  ...keys: readonly string[]
): Promise<{ level: number; isSpoof: boolean; error?: string } | undefined> => {
  const verdict = kit.verdicts.take(...keys, fingerprint(selfie), fingerprint(reference))
  if (verdict?.outcome === 'error') return { level: 0, isSpoof: false, error: verdict.code }
  if (verdict?.outcome === 'match') return { level: verdict.level, isSpoof: false }
  if (verdict) return { level: 0, isSpoof: verdict.outcome === 'spoof' }
  const compared = await kit.faces.compare(reference, selfie)
  return compared.kind === 'compared' ? { level: compared.matchLevel, isSpoof: false } : undefined
}
