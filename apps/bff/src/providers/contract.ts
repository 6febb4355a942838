import type { ProviderSettings } from '@visavis/shared/user-journeys'
import type { FaultInput } from '@visavis/vendor-sandbox/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distanceBetween } from '../storage/testing/features.ts'
import { createTroubledToolbox, VENDOR_TROUBLE } from '../testing/vendor-trouble.ts'
import type { ProviderDefinition } from './definition.ts'
import { ProviderError } from './provider-error.ts'
import type { Asker, FaceProvider, Picture, Reference } from './types.ts'

/** Pictures and a provider that is set up to answer them; each provider's test brings its own. */
export interface ProviderFixture {
  provider: FaceProvider
  /** Two different pictures of one person. */
  person: [enrolment: Uint8Array, selfie: Uint8Array]
  otherPerson: Uint8Array
  emptyRoom: Uint8Array
  notAPicture: Uint8Array
  /** For one whose vendor is somewhere else. */
  remote?: {
    definition: ProviderDefinition
    settings: ProviderSettings
    wrongSettings: readonly (readonly [settings: ProviderSettings, code: string])[]
    /** From now on every call of the vendor's API meets that trouble, or none any more. */
    setFault(fault: FaultInput | undefined): void
  }
  /** What ends besides the provider. */
  close?(): Promise<void>
}

const ASKER: Asker = { tenantId: 'tnt_contract', isPersonWaiting: false }

const toPicture = (bytes: Uint8Array): Picture => ({
  mediaType: 'image/jpeg',
  bytes: bytes.byteLength,
  read: async () => bytes,
  stream: async function* () {
    yield bytes
  },
})

/** What every provider that takes a selfie upload must do. A new one starts by passing this. */
export const describeProvider = (name: string, createFixture: () => Promise<ProviderFixture>) => {
  describe(`provider ${name}`, () => {
    let fixture: ProviderFixture
    let reference: Reference
    const signal = () => AbortSignal.timeout(30_000)

    const enrol = async (image: Uint8Array) => fixture.provider.enrol?.(image, signal(), ASKER)
    /** As the provider takes it: the template it made, or the picture itself. */
    const toReference = async (image: Uint8Array): Promise<Reference> => {
      const enrolled = await enrol(image)
      if (!enrolled) return { faceId: 'face_x', picture: toPicture(image) }
      if (enrolled.kind === 'enrolled') return { faceId: 'face_x', template: enrolled.template }
      throw new Error(`the enrolment picture was not taken: ${enrolled.reason}`)
    }
    const verify = async (selfie: Uint8Array, references = [reference], provider = fixture.provider) => {
      const input = { selfie: toPicture(selfie), references, minimumMatchLevel: 3 }
      return provider.verify?.(input, signal(), ASKER)
    }

    beforeAll(async () => {
      fixture = await createFixture()
      reference = await toReference(fixture.person[0])
    })
    afterAll(async () => {
      await fixture?.provider.close()
      await fixture?.close?.()
    })

    it('has the methods its capabilities promise', () => {
      const { capabilities, hosted, enrol, verify, match, extractFeatures, index } = fixture.provider
      expect(typeof verify === 'function').toBe(capabilities.capture === 'selfie-upload')
      expect(hosted === undefined).toBe(capabilities.capture === 'selfie-upload')
      if (enrol) expect(capabilities.references).toContain('upload')
      expect(typeof match === 'function').toBe(capabilities.oneToOne)
      expect(extractFeatures !== undefined || index !== undefined).toBe(capabilities.oneToN)
      expect(capabilities.result).toContain('sync')
    })

    it('approves the same person with the one approving code', async () => {
      expect(await verify(fixture.person[1])).toMatchObject({ kind: 'approved', codes: [10000] })
    })

    it('declines another person with a code of the 62 family', async () => {
      const outcome = await verify(fixture.otherPerson)
      expect(outcome?.kind).toBe('declined')
      if (outcome?.kind === 'declined')
        expect(outcome.codes[0]).toSatisfy((code) => String(code).startsWith('62'))
    })

    it('asks for another picture of an empty room, with a code of the 61 family', async () => {
      const outcome = await verify(fixture.emptyRoom)
      expect(outcome).toMatchObject({ kind: 'retry' })
      if (fixture.provider.enrol) expect(outcome).toMatchObject({ reasons: ['no_face'] })
      if (outcome?.kind === 'retry')
        expect(outcome.codes[0]).toSatisfy((code) => String(code).startsWith('61'))
    })

    it('never approves what is not a picture', async () => {
      expect((await verify(fixture.notAPicture))?.kind).toBe('retry')
      if (fixture.provider.enrol) expect((await enrol(fixture.notAPicture))?.kind).toBe('unusable')
    })

    it('never approves without a reference of its own', async () => {
      expect(await verify(fixture.person[1], [])).toEqual({ kind: 'no-reference' })
      const theirs = { faceId: 'face_x', vendorReference: "another vendor's" }
      expect(await verify(fixture.person[1], [theirs])).toEqual({ kind: 'no-reference' })
      const { modelId = '', pipelineId = '' } = fixture.provider.recognition ?? {}
      for (const other of [{ modelId: 'another-model' }, { pipelineId: 'another-pipeline' }]) {
        const template = { modelId, pipelineId, ...other, data: new Uint8Array(512) }
        expect(await verify(fixture.person[1], [{ faceId: 'face_x', template }])).toEqual({
          kind: 'no-reference',
        })
      }
    })

    it('finds the right one among several references', async () => {
      const other = await toReference(fixture.otherPerson)
      expect((await verify(fixture.person[1], [other, reference]))?.kind).toBe('approved')
    })

    const match = async (source: Uint8Array, target: Uint8Array, minimumMatchLevel = 3) =>
      fixture.provider.match?.({ source, target, minimumMatchLevel }, signal(), ASKER)

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

    it('says of pictures that they cannot be matched, and where it can, why', async ({ skip }) => {
      if (!fixture.provider.capabilities.oneToOne) skip()
      const { person, emptyRoom, notAPicture, provider } = fixture
      expect(await match(emptyRoom, person[0])).toMatchObject({ kind: 'unusable' })
      expect(await match(notAPicture, emptyRoom)).toMatchObject({ kind: 'unusable' })
      if (!provider.enrol) return
      expect(await match(emptyRoom, person[0])).toEqual({ kind: 'unusable', reasons: { source: 'no_face' } })
      const reasons = { source: expect.any(String), target: 'no_face' }
      expect(await match(notAPicture, emptyRoom)).toEqual({ kind: 'unusable', reasons })
    })

    it('extracts features under which one person is nearer than two', async ({ skip }) => {
      if (!fixture.provider.extractFeatures) skip()
      const extract = async (image: Uint8Array) => fixture.provider.extractFeatures?.(image, signal(), ASKER)
      const all = await Promise.all([...fixture.person, fixture.otherPerson].map(extract))
      const [first, second, other] = all.flatMap((each) => (each?.kind === 'features' ? [each.features] : []))
      if (!first || !second || !other) throw new Error('a picture gave no features')
      expect(first.values.length).toBeGreaterThan(0)
      expect(second.values).toHaveLength(first.values.length)
      expect(second).toMatchObject({ modelId: first.modelId, pipelineId: first.pipelineId })
      expect(distanceBetween(first.values, second.values)).toBeLessThan(
        distanceBetween(first.values, other.values),
      )
      expect(await extract(fixture.emptyRoom)).toEqual({ kind: 'unusable', reason: 'no_face' })
    })

    it('finds a face again in the index at the vendor, and only there', async ({ skip }) => {
      const { index } = fixture.provider
      if (!index) return skip()
      const search = (image: Uint8Array, insert = false) => index.search(image, { insert }, signal())
      expect(await search(fixture.person[0], true)).toMatchObject({ match: false })
      expect(await search(fixture.person[1])).toMatchObject({ match: true, entryId: expect.any(String) })
      expect(await search(fixture.otherPerson)).toMatchObject({ match: false })
      const { entryId } = await index.insert(fixture.otherPerson, signal())
      expect(await search(fixture.otherPerson)).toMatchObject({ match: true })
      expect(['nothing', 'features']).toContain((await index.delete(entryId, signal())).kept)
    })

    it('gives up when told to', async () => {
      const input = { selfie: toPicture(fixture.person[1]), references: [reference], minimumMatchLevel: 3 }
      const aborted = fixture.provider.verify?.(input, AbortSignal.abort(new Error('enough')), ASKER)
      await expect(aborted).rejects.toBeTruthy()
    })

    it.for(VENDOR_TROUBLE)('says nothing about the person on $name', async ({ fault, kind }, { skip }) => {
      const { remote } = fixture
      if (!remote) return skip()
      const { definition, settings } = remote
      const toolbox = createTroubledToolbox({ kind }, () => new Date())
      const provider = definition.create(settings, toolbox.toolsFor(definition.id))
      remote.setFault(fault)
      const failure = await verify(fixture.person[1], [reference], provider).catch((cause: unknown) => cause)
      remote.setFault(undefined)
      await toolbox.close()
      expect(failure).toBeInstanceOf(ProviderError)
      expect(failure).toMatchObject({ kind })
      const secrets = Object.values(settings).filter((value) => typeof value === 'string')
      const text = failure instanceof Error ? `${failure.stack} ${JSON.stringify(failure)}` : ''
      for (const secret of secrets.filter((value) => !/^https?:/.test(value))) {
        expect(text.includes(secret)).toBe(false)
      }
      expect((await verify(fixture.person[1]))?.kind).toBe('approved')
    })

    it('refuses wrong settings by their name', ({ skip }) => {
      const { remote } = fixture
      if (!remote) return skip()
      const { definition, settings, wrongSettings } = remote
      expect(definition.findMistakes(settings)).toEqual([])
      expect(definition.findMistakes({ ...settings, no_such_setting: 'x' })).toEqual([
        'no_such_setting__unknown',
      ])
      for (const [wrong, code] of wrongSettings) expect(definition.findMistakes(wrong)).toContain(code)
    })
  })
}
