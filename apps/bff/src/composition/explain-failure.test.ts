import { expect, it } from 'vitest'
import { DatabaseInUseError } from '../storage/pglite.ts'
import { ConfigError } from './config.ts'
import { explainFailure } from './explain-failure.ts'

const whatFailed = 'The server could not start'
const withCode = (code: string) => Object.assign(new Error('x'), { code })

it.each([
  [new ConfigError('Set PORT.'), 'Set PORT.'],
  [new DatabaseInUseError('another process has it: stop it first'), 'Another process has it: stop it first.'],
  [new Error('up to date', { cause: withCode('ECONNREFUSED') }), 'does not answer: start it'],
  [new AggregateError([], ''), 'The server could not start: '],
  [withCode('28P01'), 'refuses the user or the password'],
  [withCode('3D000'), 'does not exist: create it'],
  [new Error('a', { cause: new Error('b') }), 'The server could not start: a, because b.'],
  ['thrown', 'The server could not start: thrown.'],
])('%s is one sentence', (failure, sentence) => {
  const text = explainFailure(failure, { isDebug: false, whatFailed })
  expect(text).toContain(sentence)
  expect(text).not.toMatch(/\n|\bat /)
})

it('shows everything to whoever debugs', () => {
  expect(explainFailure(new Error('a'), { isDebug: true, whatFailed })).toContain('explain-failure.test.ts')
})
