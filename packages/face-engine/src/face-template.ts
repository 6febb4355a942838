import type { AlignableFace, RecognitionDefinition } from './recognition/recognition-definition.ts'
import type { Network } from './runtime/runtime.ts'

/** Makes templates with a recogniser whose network is loaded. */
export const createTemplateMaker = (
  { inputSide, align, embed }: RecognitionDefinition,
  network: Network,
): ((face: AlignableFace) => Promise<Float32Array>) => {
  const input = new Float32Array(inputSide * inputSide * 3)
  const run = async (values: Float32Array): Promise<Float32Array> => {
    const [answer] = await network.run(values, [1, inputSide, inputSide, 3])
    if (answer === undefined) throw new Error('the network has no output')
    return answer
  }
  return (face) => {
    align(face, input)
    return embed(input, run)
  }
}
