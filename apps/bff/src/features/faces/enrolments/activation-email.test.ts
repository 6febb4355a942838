import { expect, it } from 'vitest'
import { toActivationEmail } from './activation-email.ts'

const greet = (applicantName: string | null) => {
  const { text } = toActivationEmail({
    to: 'ada@example.com',
    partnerName: 'Shop',
    applicantName,
    verificationUrl: 'https://id.example/verify/x#y',
    expiresOn: new Date(0),
    locale: 'en',
  })
  return text.split('\n')[0]
}

it.each([
  ["Ada O'Brien-Smith", "Ada O'Brien-Smith"],
  ['Dr. José Müller', 'Dr. José Müller'],
  ['王小明', '王小明'],
  ['Ada\r\n\r\nYour account is locked', 'Ada Your account is locked'],
  ['Ada https://evil.example/login', 'Ada https evil. example login'],
  ['www.evil.example', 'www. evil. example'],
  ['pay@evil.example', 'pay evil. example'],
  ['Ada\u202egro.live', 'Ada gro. live'],
])('%j is greeted in one line without a link', (name, shown) => {
  expect(greet(name)).toContain(shown)
  expect(greet(name)).not.toMatch(/:\/\/|\w\.\w|@/)
})

it('a name of nothing is none', () => {
  expect(greet('://')).toBe(greet(null))
})
