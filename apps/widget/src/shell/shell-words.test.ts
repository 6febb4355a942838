import { LOCALES } from '@visavis/shared/locales'
import { expect, it } from 'vitest'
import { SHELL_WORDS } from './shell-words.ts'
import script from './start-shell.js?raw'

it('speaks every language of the page', () => {
  expect(Object.values(SHELL_WORDS).map(({ lang }) => lang)).toEqual(expect.arrayContaining([...LOCALES]))
  const texts = Object.values(SHELL_WORDS).map(({ old, offline }) => [old.title, old.text, offline.title])
  expect(new Set(texts.flat()).size).toBe(LOCALES.length * 3)
})

it('says nothing that would have to be filled in', () => {
  expect(JSON.stringify(SHELL_WORDS)).not.toMatch(/\{\w+[,}]/)
})

it('is written in what the oldest browsers read', () => {
  const code = script.replaceAll(/^\s*\/\/.*$/gm, '')
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\b(?:const|let|class|async|of)\b|\.\.\./)
})
