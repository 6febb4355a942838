import type { AlignableFace, Embedding, RecognitionDefinition } from './recognition/recognition-definition.ts'
import type { Network } from './runtime/runtime.ts'

/** Makes templates with a recogniser whose network is loaded. */
export const createTemplateMaker = (
  { inputSide, usesMirror, align, finish }: RecognitionDefinition,
  network: Network,
): ((face: AlignableFace) => Promise<Embedding>) => {
  const input = new Float32Array(inputSide * inputSide * 3)
  return async (face) => {
    const answers: Float32Array[] = []
    for (const isMirrored of usesMirror ? [false, true] : [false]) {
      align(face, isMirrored, input)
      const [answer] = await network.run(input, [1, inputSide, inputSide, 3])
      if (answer === undefined) throw new Error('the network has no output')
      answers.push(answer)
    }
    return finish(answers)
  }
}
