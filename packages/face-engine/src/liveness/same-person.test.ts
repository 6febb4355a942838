import { expect, it } from 'vitest'
import { DLIB_RESNET } from '../recognition/dlib-resnet.ts'
import { MOBILEFACENET } from '../recognition/mobilefacenet.ts'
import { toRecognitionModel } from '../recognition/recognition-definition.ts'
import { meshAt, observationOf } from '../testing/turning-head.ts'
import { isSamePerson, type Occasion } from './same-person.ts'

const MODEL = toRecognitionModel(MOBILEFACENET)

/** Two templates at that Euclidean distance. */
const pairAt = (distance: number) => {
  const { template } = observationOf(meshAt({}))
  const angle = 2 * Math.asin(distance / 2)
  const values = template.values.map((_, at) => (at === 0 ? Math.cos(angle) : at === 1 ? Math.sin(angle) : 0))
  return [
    observationOf(meshAt({})),
    observationOf(meshAt({}), { template: { ...template, values } }),
  ] as const
}

it.each<[Occasion, number, boolean]>([
  ['neighbours', 0.79, true],
  ['neighbours', 0.83, false],
  ['turned', 0.98, true],
  ['turned', 1.02, false],
  ['selfie', 0.88, true],
  ['selfie', 0.93, false],
])('%s at %d: %s', (between, distance, expected) => {
  const [a, b] = pairAt(distance)
  expect(isSamePerson(a, b, MODEL, between)).toBe(expected)
})

it('does not compare templates of another model', () => {
  const [a] = pairAt(0)
  expect(isSamePerson(a, a, MODEL, 'neighbours')).toBe(true)
  expect(isSamePerson(a, a, toRecognitionModel(DLIB_RESNET), 'neighbours')).toBe(false)
})

it('takes no damaged template for anybody', () => {
  const [a] = pairAt(0)
  const damaged = { ...a, template: { ...a.template, values: a.template.values.map(() => Number.NaN) } }
  expect(isSamePerson(a, damaged, MODEL, 'turned')).toBe(false)
})
