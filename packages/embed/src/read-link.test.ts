import { describe, expect, it } from 'vitest'
import { readLink } from './read-link.ts'

describe('readLink', () => {
  it.each([
    ['https://id.example/verify/fatp_a#T', 'https://id.example/frame/fatp_a', 'https://id.example'],
    ['http://localhost:8787/verify/fenr_a#T', 'http://localhost:8787/frame/fenr_a', 'http://localhost:8787'],
    [
      'https://Shop.example:443/id/verify/fatp_a#T',
      'https://shop.example/id/frame/fatp_a',
      'https://shop.example',
    ],
  ])('%s', (url, src, origin) => {
    expect(readLink(url)).toEqual({ src, origin, token: 'T' })
  })

  it.each([
    'https://id.example/verify/fatp_a',
    'https://id.example/verify/fatp_a#',
    'https://id.example/verify/fatp_a?x=1#T',
    'https://id.example/frame/fatp_a#T',
    'https://id.example/verify/fatp_a/more#T',
    'javascript:alert(1)//verify/fatp_a#T',
    'data:text/html,/verify/fatp_a#T',
    '/verify/fatp_a#T',
    '',
  ])('%j is none', (url) => {
    expect(() => readLink(url)).toThrow(TypeError)
  })
})
