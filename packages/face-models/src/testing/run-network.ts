import { InferenceSession, Tensor } from 'onnxruntime-node'

/** What a network answers, by the names of its outputs. */
export const runNetwork = async (
  network: Uint8Array,
  shape: readonly number[],
  values: Float32Array,
): Promise<Record<string, number[]>> => {
  const session = await InferenceSession.create(network, { intraOpNumThreads: 1 })
  const [input = ''] = session.inputNames
  const answers = await session.run({ [input]: new Tensor('float32', values, shape) })
  await session.release()
  return Object.fromEntries(
    Object.entries(answers).map(([name, { data }]) => {
      if (!(data instanceof Float32Array)) throw new Error(`${name} is not made of floats`)
      return [name, [...data]]
    }),
  )
}
