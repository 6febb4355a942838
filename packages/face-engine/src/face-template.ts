import type { AlignableFace, Embedding, RecognitionDefinition } from './recognition/recognition-definition.ts'
import type { Network } from './runtime/runtime.ts'

/** Makes templates with a recogniser whose network is loaded. */
export const createTemplateMaker = (
  { dimensions, inputShape, usesMirror, align, finish }: RecognitionDefinition,
  network: Network,
): ((face: AlignableFace) => Promise<Embedding>) => {
  const input = new Float32Array(inputShape.reduce((product, side) => product * side, 1))
  return async (face) => {
    const answers: Float32Array[] = []
    for (const isMirrored of usesMirror ? [false, true] : [false]) {
      align(face, isMirrored, input)
      const [answer] = await network.run(input, inputShape)
      if (answer?.length !== dimensions) {
        throw new Error(`the network answers with ${answer?.length ?? 0} numbers, not ${dimensions}`)
      }
      answers.push(answer)
    }
    return finish(answers)
  }
}
