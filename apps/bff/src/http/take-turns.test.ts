import { expect, it } from 'vitest'
import { createTurns } from './take-turns.ts'

it('begins what came at once some at a time, one of each key in turn', async () => {
  const turns = createTurns<string>(2)
  const begun: string[] = []
  const ask = (key: string, name: string) =>
    turns(key, async () => {
      begun.push(name)
      return name
    })
  const answers = [
    ask('many', 'm1'),
    ask('many', 'm2'),
    ask('many', 'm3'),
    ask('many', 'm4'),
    ask('one', 'o1'),
  ]
  expect(begun).toEqual(['m1', 'm2'])
  await new Promise(setImmediate)
  expect(begun).toEqual(['m1', 'm2', 'm3', 'o1'])
  // Comes last, but is the only one of its key.
  answers.push(ask('many', 'm5'), ask('late', 'l1'))
  expect(await Promise.all(answers)).toEqual(['m1', 'm2', 'm3', 'm4', 'o1', 'm5', 'l1'])
  expect(begun).toEqual(['m1', 'm2', 'm3', 'o1', 'm4', 'l1', 'm5'])
})

it('lets whoever comes alone in at once, and again after a failure', async () => {
  const turns = createTurns<string>(1)
  let isBegun = false
  const failed = turns('a', async () => {
    isBegun = true
    throw new Error('no')
  })
  expect(isBegun).toBe(true)
  await expect(failed).rejects.toThrow('no')
  const refused = turns('a', async () => 'first')
  const waited = turns('a', () => Promise.reject(new Error('neither')))
  await expect(waited).rejects.toThrow('neither')
  expect(await refused).toBe('first')
})
