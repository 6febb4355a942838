import { userJourneySchema } from '@visavis/shared/access-answers'
import { fieldErrorIf } from '@visavis/shared/error-details'
import { newId } from '@visavis/shared/ids'
import { isRedirectRule } from '@visavis/shared/redirect-rules'
import {
  type CreateUserJourney,
  createUserJourneySchema,
  updateUserJourneySchema,
} from '@visavis/shared/user-journeys'
import { Hono } from 'hono'
import type { FakeDeps, UserJourney } from './fake-store.ts'
import { find, readBody, refuse, times, toList, touch } from './request.ts'

const PROVIDERS = ['embedded', 'checkout', 'yoti', 'entrust', 'uqudo', 'idenfy']

/** What is `null` in a body is left out of an answer. */
const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

/** As the real one has it for a journey that says nothing. */
const defaultLivenessOf = (provider: string) => (provider === 'embedded' ? 'active' : 'none')

/** Settings are counted, not judged. */
export const toJourney = (
  id: string,
  url: string,
  { provider_settings, ...input }: CreateUserJourney,
): UserJourney =>
  userJourneySchema.parse({
    id,
    ...times(),
    ...withoutNulls(input),
    liveness_policy: input.liveness_policy ?? defaultLivenessOf(input.provider),
    provider_setting_keys: Object.keys(provider_settings).sort(),
    _links: { self: { href: `${url}/user-journeys/${id}` } },
  })

const checkJourney = ({
  provider,
  allowed_redirect_urls,
}: Pick<UserJourney, 'provider' | 'allowed_redirect_urls'>): void => {
  const mistakes = [
    ...fieldErrorIf(!PROVIDERS.includes(provider), 'provider__unknown'),
    ...allowed_redirect_urls.flatMap((rule, index) =>
      fieldErrorIf(!isRedirectRule(rule), `allowed_redirect_urls__${index}__invalid_format`),
    ),
  ]
  if (mistakes.length > 0) refuse(...mistakes)
}

export const journeyRoutes = ({ store, readUrl }: FakeDeps) =>
  new Hono()
    .post('/', async (c) => {
      const journey = toJourney(newId('userJourney'), readUrl(), await readBody(c, createUserJourneySchema))
      checkJourney(journey)
      store.journeys.set(journey.id, journey)
      return c.json(journey, 201)
    })
    .get('/', (c) => c.json(toList(c, `${readUrl()}/user-journeys`, [...store.journeys.values()])))
    .get('/:id', (c) => c.json(find(store.journeys, c.req.param('id'))))
    .patch('/:id', async (c) => {
      const journey = find(store.journeys, c.req.param('id'))
      const { provider_settings, ...fields } = await readBody(c, updateUserJourneySchema)
      const change = withoutNulls(fields) as Partial<UserJourney>
      const changed = { ...journey, ...change }
      checkJourney(changed)
      const keys = new Set(changed.provider === journey.provider ? journey.provider_setting_keys : [])
      for (const [key, value] of Object.entries(provider_settings ?? {})) {
        if (value === null) keys.delete(key)
        else keys.add(key)
      }
      touch(journey, { ...change, provider_setting_keys: [...keys].sort() })
      for (const [name, value] of Object.entries(fields)) {
        if (value === null) Reflect.deleteProperty(journey, name)
      }
      return c.json(userJourneySchema.parse(journey))
    })
