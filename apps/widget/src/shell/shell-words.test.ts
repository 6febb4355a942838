import { LOCALES } from '@visavis/shared/locales'
import { expect, it } from 'vitest'
import theme from './ask-theme.js?raw'
import { SHELL_WORDS } from './shell-words.ts'
import engine from './start-engine.js?raw'
import shell from './start-shell.js?raw'

it('speaks every language of the page', () => {
  expect(Object.values(SHELL_WORDS).map(({ lang }) => lang)).toEqual(expect.arrayContaining([...LOCALES]))
  const texts = Object.values(SHELL_WORDS).map(({ old, offline }) => [old.title, old.text, offline.title])
  expect(new Set(texts.flat()).size).toBe(LOCALES.length * 3)
})

it('says nothing that would have to be filled in', () => {
  expect(JSON.stringify(SHELL_WORDS)).not.toMatch(/\{\w+[,}]/)
})

it.each([theme, shell, engine])('is written in what the oldest browsers read', (script) => {
  const code = script.replaceAll(/^\s*\/\/.*$/gm, '')
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\b(?:const|let|class|async|of)\b|\.\.\./)
})
