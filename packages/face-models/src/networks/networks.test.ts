/** The converted networks, run, beside what the frameworks they come from answered to the same numbers. */
import { expect, it } from 'vitest'
import { findInstalledPackage, readVendorFile, sha256Of } from '../source-files.ts'
import { runNetwork } from '../testing/run-network.ts'
import { NETWORK_NAMES, NETWORKS, type NetworkName } from './catalog.ts'

const convert = async (name: NetworkName): Promise<Uint8Array> => {
  const { sources, convert: run } = NETWORKS[name]
  return run(...(await Promise.all(sources.map((source) => readVendorFile(source, findInstalledPackage)))))
}

/** Numbers without a pattern that a convolution could like, the same everywhere. */
const inputOf = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, index) => ((index * 7919) % 1000) / 1000 - 0.5)

const COUNT = 8
/** So many numbers from all over a row. */
const sampleOf = (row: readonly number[]): number[] =>
  Array.from(
    { length: Math.min(COUNT, row.length) },
    (_, index) => row[Math.floor((index * row.length) / COUNT)] ?? Number.NaN,
  )

/**
 * Made with TensorFlow.js 4.22 on WebAssembly: the networks of face-api as the engine ran them before, the TFLite ones
 * operator by operator. `largest`: of all numbers of the answer, because errors grow with it.
 */
const ANSWERS: Partial<Record<NetworkName, { side: number; largest: number; answers: number[][] }>> = {
  'face-detector': {
    side: 96,
    largest: 49,
    answers: [[0.5197762, -0.4892913, -1.565649, -35.64048, 0.2546165, -4.056468, -0.1971892, 3.652859]],
  },
  'face-landmarks-68': {
    side: 112,
    largest: 1,
    answers: [[0.3892584, 0.524368, 0.3797833, 0.5243734, 0.5333768, 0.5704004, 0.5396465, 0.4877922]],
  },
  'dlib-resnet': {
    side: 150,
    largest: 1,
    answers: [
      [-0.08430854, -0.1017467, -0.2340446, 0.1141383, 0.1921011, -0.1002709, -0.08935128, 0.1709842],
    ],
  },
  mobilefacenet: {
    side: 112,
    largest: 7,
    answers: [[-0.1731902, -1.300175, -0.3638631, 1.661, -0.6418627, -1.724537, -3.468569, -0.1077613]],
  },
  // The second answer: whether there is a face at all. There is none.
  'face-mesh-468': {
    side: 192,
    largest: 155,
    answers: [[93.1806, 112.0742, 52.73854, 151.7301, 40.95348, 124.5866, 101.4848, 121.8884], [-9.294106]],
  },
}
/** Of the largest number of the answer. */
const TOLERANCE = 1e-5

it.each(NETWORK_NAMES)(
  '%s is made of the same bytes each time, and answers as its framework did',
  async (name) => {
    const network = await convert(name)
    expect(sha256Of(network)).toBe(NETWORKS[name].sha256)
    expect(sha256Of(await convert(name))).toBe(NETWORKS[name].sha256)
    const known = ANSWERS[name]
    if (known === undefined) return
    const { side, largest, answers } = known
    const found = await runNetwork(network, [1, side, side, 3], inputOf(side * side * 3))
    Object.values(found).forEach((row, output) => {
      sampleOf(row).forEach((value, index) => {
        expect(Math.abs(value - (answers[output]?.[index] ?? Number.NaN))).toBeLessThan(TOLERANCE * largest)
      })
    })
    expect(Object.keys(found)).toHaveLength(answers.length)
  },
)

it('several faces at once are answered like each by itself', async () => {
  const network = await convert('mobilefacenet')
  const length = 112 * 112 * 3
  const both = inputOf(2 * length)
  const { y: together = [] } = await runNetwork(network, [2, 112, 112, 3], both)
  const { y: second = [] } = await runNetwork(network, [1, 112, 112, 3], both.slice(length))
  expect(together).toHaveLength(2 * second.length)
  second.forEach((value, index) => {
    expect(together[second.length + index]).toBeCloseTo(value, 4)
  })
})

it('the liveness network, which comes as it is, runs', async () => {
  const network = await convert('passive-liveness')
  const { output = [] } = await runNetwork(network, [1, 3, 128, 128], inputOf(3 * 128 * 128))
  expect(output).toHaveLength(3)
})
