import { AUDIT_ACTIONS, AUDIT_ACTORS } from '@visavis/shared/audit'
import { EVENT_TYPES } from '@visavis/shared/statuses'
import { expect, it } from 'vitest'
import { ACTION_WORDS, ACTOR_WORDS, CODE_OPTIONS, toCodeWords, toEventWords } from './words.ts'

it('knows a word for all that the server writes', () => {
  expect(Object.keys(ACTION_WORDS).sort()).toEqual([...AUDIT_ACTIONS].sort())
  expect(Object.keys(ACTOR_WORDS).sort()).toEqual([...AUDIT_ACTORS].sort())
  for (const type of EVENT_TYPES) expect(toEventWords(type)).not.toContain('face authentication ')
  for (const { value } of CODE_OPTIONS) expect(toCodeWords(Number(value))?.join(' ')).toMatch(/\..+\./)
})

it('shows what a later server says as it is', () => {
  expect(toEventWords('face_authentication_dreamt')).toBe('face authentication dreamt')
  expect(toEventWords('toString')).toBe('toString')
  expect(toCodeWords(62999)).toBeUndefined()
})
