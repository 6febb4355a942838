import { expect, it } from 'vitest'
import { toOwnSnippet } from './snippet-rules.ts'

it('what is copied names this server, wherever the documentation names its own', () => {
  const text =
    '<script src="https://id.example/visavis.js"></script> <iframe src="https://id.example/frame/x">'
  expect(toOwnSnippet(text, 'https://faces.shop.example')).toBe(
    '<script src="https://faces.shop.example/visavis.js"></script> <iframe src="https://faces.shop.example/frame/x">',
  )
})
