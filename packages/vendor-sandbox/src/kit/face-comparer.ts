import { createFaceEngine, type FaceEngine } from '@visavis/face-engine'

export type Comparison =
  /** `matchLevel` 0–5, 0: another person; `distance`: Euclidean, 0 is the same picture. */
  | { kind: 'compared'; matchLevel: number; distance: number }
  /** Which of the two cannot be compared, and why: a reason of the engine. */
  | { kind: 'unusable'; picture: 'reference' | 'selfie'; reason: string }

export interface FaceComparer {
  /** Bytes of a JPEG or PNG each. */
  compare(reference: Uint8Array, selfie: Uint8Array): Promise<Comparison>
  /** Why a picture cannot be compared with any; `undefined`: it can. */
  findProblem(picture: Uint8Array): Promise<string | undefined>
  /** 192 numbers under which one person is nearer than two, for 1:N. */
  extract(picture: Uint8Array): Promise<Float32Array | undefined>
  close(): Promise<void>
}

/** The face engine, started by the first picture. One for all sandboxes of a process is enough. */
export const createFaceComparer = (): FaceComparer => {
  let engine: Promise<FaceEngine> | undefined
  const start = () => {
    engine ??= createFaceEngine({ workers: 1 })
    return engine
  }
  const enrol = async (picture: Uint8Array) => (await start()).enrol(picture)
  return {
    compare: async (reference, selfie) => {
      const enrolled = await enrol(reference)
      if (enrolled.outcome !== 'enrolled')
        return { kind: 'unusable', picture: 'reference', reason: enrolled.reason }
      const verified = await (await start()).verify(selfie, [enrolled.template])
      if (verified.outcome === 'compared') return { kind: 'compared', ...verified }
      const reason = verified.outcome === 'no_comparable_template' ? verified.outcome : verified.reason
      return { kind: 'unusable', picture: 'selfie', reason }
    },
    findProblem: async (picture) => {
      const enrolled = await enrol(picture)
      return enrolled.outcome === 'enrolled' ? undefined : enrolled.reason
    },
    extract: async (picture) => {
      const enrolled = await enrol(picture)
      return enrolled.outcome === 'enrolled' ? enrolled.template.values : undefined
    },
    close: async () => {
      await (await engine)?.close()
      engine = undefined
    },
  }
}
