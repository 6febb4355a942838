import { expect, it } from 'vitest'
import * as z from 'zod'
import { defineProvider } from './definition.ts'
import { EMBEDDED_CAPABILITIES } from './embedded/index.ts'
import { secretSetting, urlSetting } from './settings-schema.ts'

const { findMistakes, capabilitiesOf, create } = defineProvider({
  id: 'acme',
  capabilities: EMBEDDED_CAPABILITIES,
  settings: z.strictObject({ api_key: secretSetting, base_url: urlSetting.default('https://acme.example') }),
  narrow: ({ base_url }) => ({ oneToN: base_url === 'https://acme.example' }),
  create: () => {
    throw new Error('never called')
  },
})
const findUrlMistakes = (base_url: string) => findMistakes({ api_key: 'k', base_url })

it('names each wrong setting by its key, and what is wrong with it', () => {
  expect(findMistakes({ api_key: 'k' })).toEqual([])
  expect(findMistakes({})).toEqual(['api_key__required'])
  expect(findMistakes({ api_key: '' })).toContain('api_key__too_short')
  expect(findMistakes({ api_key: 'a\nX-Header: b' })).toEqual(['api_key__invalid_format'])
  expect(findMistakes({ api_key: 5 })).toEqual(['api_key__invalid_type'])
  expect(findMistakes({ api_key: 'k', apikey: 'k' })).toEqual(['apikey__unknown'])
})

it('takes addresses without anything after the path', () => {
  for (const good of ['https://acme.example', 'http://10.0.0.1:8080/v1/'])
    expect(findUrlMistakes(good)).toEqual([])
  for (const bad of [
    'ftp://acme.example',
    'acme.example',
    'https://user:pw@acme.example',
    'https://acme.example?x=1',
    'https://acme.example/#x',
  ]) {
    expect(findUrlMistakes(bad)[0], bad).toBe('base_url__invalid_format')
  }
})

it('tells what the provider can do under given settings', () => {
  expect(capabilitiesOf({ api_key: 'k' }).oneToN).toBe(true)
  expect(capabilitiesOf({ api_key: 'k', base_url: 'https://other.example/' }).oneToN).toBe(false)
})

it('keeps wrong settings out of its error', () => {
  const secret = 'se cret'
  const failure = (() => {
    try {
      return create(
        { api_key: secret },
        {
          now: () => new Date(),
          http: () => {
            throw new Error()
          },
        },
      )
    } catch (cause) {
      return cause as Error
    }
  })()
  expect(failure).toMatchObject({ message: 'acme: wrong settings: api_key__invalid_format' })
})
