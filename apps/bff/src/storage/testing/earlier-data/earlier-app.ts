import { createHash } from 'node:crypto'
import { createApp } from '../../../app.ts'
import type { Storage } from '../../../composition/open-storage.ts'
import { createProviderRegistry } from '../../../providers/registry.ts'
import { type Answer, createPartnerClient } from '../../../testing/clients.ts'
import { createScriptedProvider } from '../../../testing/scripted-provider.ts'
import { createScriptedVendor } from '../../../testing/scripted-vendor.ts'
import { createTestDeps } from '../../../testing/test-app.ts'

/** Who asks, by what they were given when they were set up. */
export interface Partner {
  tenantId: string
  apiKey: string
  userJourneyId: string
}

const NO_WAY_OUT = {
  now: () => new Date(),
  http: () => {
    throw new Error('never called')
  },
}

/**
 * The app on storage that was opened elsewhere. Providers are scripted, and `seen` is what reached them of the sealed
 * values: so it is known that they open, wherever they are kept.
 */
export const createEarlierApp = (storage: Storage, now: () => Date) => {
  const provider = createScriptedProvider()
  const vendor = createScriptedVendor()
  const seen = { templates: [] as string[], settings: [] as unknown[], states: [] as unknown[] }

  const { verify } = provider
  provider.verify = (input, signal, asker) => {
    seen.templates.push(...input.references.flatMap(({ template }) => template?.data ?? []).map(toHex))
    return verify?.(input, signal, asker) ?? Promise.reject(new Error('nothing to compare with'))
  }
  const { definition } = vendor
  const watched: typeof definition = {
    ...definition,
    create: (settings, tools) => {
      seen.settings.push(settings)
      const { hosted, ...made } = definition.create(settings, tools)
      if (!hosted) throw new Error('the scripted vendor takes captures')
      const readResult: typeof hosted.readResult = (state, ...rest) => {
        seen.states.push(state)
        return hosted.readResult(state, ...rest)
      }
      return { ...made, hosted: { ...hosted, readResult } }
    },
  }
  const options = { definitions: [watched], toolsFor: () => NO_WAY_OUT }
  const mailer = { send: async () => {}, close: () => {} }
  const deps = { ...createTestDeps(storage, createProviderRegistry(provider, options)), now, mailer }
  const app = createApp(deps)
  /** What is refused is a mistake here. */
  const as = (partner: Partner) => {
    const client = createPartnerClient({ app, partner })
    const strictly =
      <Input extends unknown[]>(ask: (...input: Input) => Promise<Answer>) =>
      async (...input: Input) => {
        const answer = await ask(...input)
        if (answer.status >= 400) throw new Error(`${input[0]}: ${JSON.stringify(answer.body)}`)
        return answer
      }
    const { get, post, patch, createApplicant, enrol } = client
    return {
      get: strictly(get),
      post: strictly(post),
      patch: strictly(patch),
      delete: strictly(client.delete),
      enrol: strictly(enrol),
      createApplicant,
    }
  }
  return { app, deps, provider, vendor, seen, as }
}
export type EarlierApp = ReturnType<typeof createEarlierApp>

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The token in the link that an answer names. */
export const tokenOf = ({ body }: { body: { _links: { verification_url: { href: string } } } }): string =>
  new URL(body._links.verification_url.href).hash.slice(1)
