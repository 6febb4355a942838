import { EVERYDAY_SCOPES, type Scope } from '@visavis/shared/scopes'
import { expect, it } from 'vitest'
import { grantScopes } from './scope-rules.ts'

const SOME: Scope[] = ['applicant:*', 'match']

it.each([
  ['everything the client may, when none is named', SOME, undefined, SOME],
  ['the same for an empty scope', SOME, '  ', SOME],
  ['less when less is asked for', SOME, 'match', ['match']],
  ['each once', SOME, 'match  match', ['match']],
  ['nothing at all for more than it may', SOME, 'match face:add', undefined],
  ['nothing for a name nobody knows', SOME, 'match gateway', undefined],
  ['no admin to a client without it', SOME, 'admin', undefined],
  ["Checkout's scope: what the client has of everyday scopes", SOME, 'identity-verification', SOME],
  ["Checkout's scope never gives admin", ['admin'], 'identity-verification', EVERYDAY_SCOPES],
  ['any single scope to an admin client', ['admin'], 'face:view', ['face:view']],
] as const)('grants %s', (_, allowed, requested, granted) => {
  expect(grantScopes(allowed, requested)).toEqual(granted)
})
