import { expect, it } from 'vitest'
import { PROVIDER_CATALOG } from './catalog.ts'

it('a provider tells what it has to be told', () => {
  const listOf = (id: string) => PROVIDER_CATALOG.get(id)?.listSettings()
  expect(listOf('embedded')).toEqual([])
  expect(listOf('idenfy')).toContainEqual({ name: 'api_key', kind: 'text', isRequired: true, choices: [] })
  // What has a default is nobody's duty.
  expect(listOf('idenfy')).toContainEqual({
    name: 'digit_string',
    kind: 'boolean',
    isRequired: false,
    choices: [],
  })
  expect(listOf('yoti')).toEqual([
    { name: 'sdk_id', kind: 'text', isRequired: true, choices: [] },
    { name: 'private_key', kind: 'text', isRequired: true, choices: [] },
    { name: 'liveness_type', kind: 'choice', isRequired: false, choices: ['STATIC', 'ZOOM'] },
    { name: 'max_retries', kind: 'number', isRequired: false, choices: [] },
    { name: 'brand_id', kind: 'text', isRequired: false, choices: [] },
    { name: 'base_url', kind: 'text', isRequired: false, choices: [] },
  ])
  expect(listOf('checkout')?.map(({ name }) => name)).toContain('webhook_secret')
  expect(listOf('uqudo')?.filter(({ isRequired }) => isRequired)).toHaveLength(2)
})
