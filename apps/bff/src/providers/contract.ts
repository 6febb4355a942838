import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distanceBetween } from '../storage/testing/features.ts'
import type { FaceProvider, Picture, ReferenceTemplate } from './types.ts'

/** Pictures and a provider that is set up to answer them; each provider's test brings its own. */
export interface ProviderFixture {
  provider: FaceProvider
  /** Two different pictures of one person. */
  person: [enrolment: Uint8Array, selfie: Uint8Array]
  otherPerson: Uint8Array
  emptyRoom: Uint8Array
  notAPicture: Uint8Array
}

const toPicture = (bytes: Uint8Array): Picture => ({
  mediaType: 'image/jpeg',
  bytes: bytes.byteLength,
  read: async () => bytes,
  stream: async function* () {
    yield bytes
  },
})

const toReferences = (templates: readonly ReferenceTemplate[]) =>
  templates.map((template, index) => ({ faceId: `face_${index}`, template }))

/** What every provider that takes a selfie upload must do. A new one starts by passing this. */
export const describeProvider = (name: string, createFixture: () => Promise<ProviderFixture>) => {
  describe(`provider ${name}`, () => {
    let fixture: ProviderFixture
    let reference: ReferenceTemplate
    const signal = () => AbortSignal.timeout(30_000)

    const enrol = async (image: Uint8Array) => fixture.provider.enrol?.(image, signal())
    const verify = async (selfie: Uint8Array, references = [reference]) =>
      fixture.provider.verify?.(
        { selfie: toPicture(selfie), references: toReferences(references), minimumMatchLevel: 3 },
        signal(),
      )

    beforeAll(async () => {
      fixture = await createFixture()
      const enrolled = await enrol(fixture.person[0])
      if (enrolled?.kind !== 'enrolled')
        throw new Error(`the enrolment picture was not taken: ${enrolled?.reason}`)
      reference = enrolled.template
    })
    afterAll(() => fixture?.provider.close())

    it('has the methods its capabilities promise', () => {
      const { capabilities, enrol, verify, match, extractFeatures } = fixture.provider
      expect(typeof verify === 'function').toBe(capabilities.capture === 'selfie-upload')
      expect(typeof enrol === 'function').toBe(capabilities.references.includes('upload'))
      expect(typeof match === 'function').toBe(capabilities.oneToOne)
      expect(typeof extractFeatures === 'function').toBe(capabilities.oneToN)
      expect(capabilities.result.length).toBeGreaterThan(0)
    })

    it('approves the same person with the one approving code', async () => {
      expect(await verify(fixture.person[1])).toEqual({ kind: 'approved', codes: [10000] })
    })

    it('declines another person with a code of the 62 family', async () => {
      const outcome = await verify(fixture.otherPerson)
      expect(outcome?.kind).toBe('declined')
      if (outcome?.kind === 'declined')
        expect(outcome.codes[0]).toSatisfy((code) => String(code).startsWith('62'))
    })

    it('asks for another picture of an empty room, with a code of the 61 family', async () => {
      const outcome = await verify(fixture.emptyRoom)
      expect(outcome).toMatchObject({ kind: 'retry', reasons: ['no_face'] })
      if (outcome?.kind === 'retry')
        expect(outcome.codes[0]).toSatisfy((code) => String(code).startsWith('61'))
    })

    it('never approves what is not a picture', async () => {
      expect((await verify(fixture.notAPicture))?.kind).toBe('retry')
      expect((await enrol(fixture.notAPicture))?.kind).toBe('unusable')
    })

    it('never approves without a reference of its own', async () => {
      expect(await verify(fixture.person[1], [])).toEqual({ kind: 'no-reference' })
      const foreign = { ...reference, modelId: 'another-model' }
      expect(await verify(fixture.person[1], [foreign])).toEqual({ kind: 'no-reference' })
    })

    it('finds the right one among several references', async () => {
      const other = await enrol(fixture.otherPerson)
      if (other?.kind !== 'enrolled') throw new Error('the other person was not enrolled')
      expect((await verify(fixture.person[1], [other.template, reference]))?.kind).toBe('approved')
    })

    const match = async (source: Uint8Array, target: Uint8Array, minimumMatchLevel = 3) =>
      fixture.provider.match?.({ source, target, minimumMatchLevel }, signal())

    it('matches two pictures of one person, and not those of two', async ({ skip }) => {
      if (!fixture.provider.capabilities.oneToOne) skip()
      const same = await match(...fixture.person)
      expect(same).toMatchObject({ kind: 'compared', match: true })
      if (same?.kind === 'compared') expect([3, 4, 5]).toContain(same.matchLevel)
      expect(await match(fixture.person[0], fixture.otherPerson)).toMatchObject({ match: false })
      expect(await match(fixture.person[0], fixture.person[0], 5)).toMatchObject({
        match: true,
        matchLevel: 5,
      })
    })

    it('says of each picture why it cannot be matched', async ({ skip }) => {
      if (!fixture.provider.capabilities.oneToOne) skip()
      const { person, emptyRoom, notAPicture } = fixture
      expect(await match(emptyRoom, person[0])).toEqual({ kind: 'unusable', reasons: { source: 'no_face' } })
      const reasons = { source: expect.any(String), target: 'no_face' }
      expect(await match(notAPicture, emptyRoom)).toEqual({ kind: 'unusable', reasons })
    })

    it('extracts features under which one person is nearer than two', async ({ skip }) => {
      if (!fixture.provider.capabilities.oneToN) skip()
      const extract = async (image: Uint8Array) => fixture.provider.extractFeatures?.(image, signal())
      const all = await Promise.all([...fixture.person, fixture.otherPerson].map(extract))
      const [first, second, other] = all.flatMap((each) => (each?.kind === 'features' ? [each.features] : []))
      if (!first || !second || !other) throw new Error('a picture gave no features')
      expect(first.values).toHaveLength(128)
      expect(second.modelId).toBe(first.modelId)
      expect(distanceBetween(first.values, second.values)).toBeLessThan(
        distanceBetween(first.values, other.values),
      )
      expect(await extract(fixture.emptyRoom)).toEqual({ kind: 'unusable', reason: 'no_face' })
    })

    it('gives up when told to', async () => {
      const reason = new Error('enough')
      const aborted = fixture.provider.verify?.(
        {
          selfie: toPicture(fixture.person[1]),
          references: toReferences([reference]),
          minimumMatchLevel: 3,
        },
        AbortSignal.abort(reason),
      )
      await expect(aborted).rejects.toBeTruthy()
    })
  })
}
