import { expect, it } from 'vitest'
import { readToken } from './read-token.ts'

const TOKEN = 'q7-Zk_3fJb0v9a1S2d4F5g6H7j8K9l0QwErTyUiOpAs'

it.each(['', '?utm_source=x', '&fbclid=1', '.', '...', ')', '%20', '>', ',', '#top', '/', '%E2%80%8B', '"'])(
  'ends before %j',
  (stuck) => {
    expect(readToken(`#${TOKEN}${stuck}`)).toBe(TOKEN)
  },
)

it('keeps the dots of those that have some', () => {
  expect(readToken('#fatp_abc.def-G.12?x')).toBe('fatp_abc.def-G.12')
})

it.each(['', '#', '#?utm_source=x'])('is empty in %j', (hash) => {
  expect(readToken(hash)).toBe('')
})
