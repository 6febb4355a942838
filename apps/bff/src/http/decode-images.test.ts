import { expect, it } from 'vitest'
import { decodeImages } from './decode-images.ts'

const decode = (image: string): string => Buffer.from(decodeImages({ image }).image).toString('hex')
const PICTURE = Buffer.from('ffd8ffe000104a464946', 'hex')

it('takes base64 with and without padding, line breaks and a data: prefix', () => {
  const text = PICTURE.toString('base64')
  const written = [
    text,
    text.replace(/=+$/, ''),
    `data:image/jpeg;base64,${text}`,
    text.replace(/(.{4})/g, '$1\r\n'),
  ]
  for (const one of written) expect(decode(one)).toBe(PICTURE.toString('hex'))
})

it('refuses every other character, wherever it stands', () => {
  const text = PICTURE.toString('base64').replace(/=+$/, '')
  const others = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => !/[A-Za-z0-9+/\r\n]/.test(character),
  )
  for (const character of [...others, '中', '😀']) {
    for (let at = 0; at <= text.length; at += 1) {
      const taken = [
        text.slice(0, at) + character + text.slice(at),
        text.slice(0, at) + character + text.slice(at + 1),
      ]
      for (const wrong of taken) {
        // One or two equals signs at the end are padding.
        if (/^[A-Za-z0-9+/]+={0,2}$/.test(wrong) && wrong.replace(/=+$/, '').length % 4 !== 1) continue
        expect(() => decode(wrong), JSON.stringify(wrong)).toThrow('error_codes')
      }
    }
  }
})
