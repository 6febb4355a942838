import { build, type Rollup } from 'vite'
import { expect, it } from 'vitest'
import { compileMessages } from './compile-messages.ts'

/** What a build with this one file makes of it. */
const compile = async (code: string, id = '/page/src/i18n/xx/first.ts'): Promise<string> => {
  const file = { name: 'file', resolveId: () => id, load: () => code }
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [file, compileMessages()],
    build: { write: false, minify: false, rolldownOptions: { input: id, preserveEntrySignatures: 'strict' } },
  })) as Rollup.RollupOutput
  return output[0].code
}

it('turns texts that name something into what the page can say, and leaves the others', async () => {
  const code = await compile(`
    import type { FirstWords } from '../catalogue.ts'
    export const words: FirstWords = {
      plain: 'it’s',
      back: 'Back to {partner}',
      start: { 0: "{count, plural, one {a '{' #} other {{partner}}}" },
    } as const`)
  expect(code).toContain('plain: "it’s"')
  expect(code).toContain('back: ["Back to ", ["partner"]]')
  expect(code.replaceAll(/\s+/g, '')).toContain('"one":["a{",0],"other":[["partner"]]')
})

it('leaves every other file alone', async () => {
  const code = "export const words = { back: '{partner' }"
  expect(await compile(code, '/page/src/i18n/load-language.ts')).toContain('{partner')
  expect(await compile(code, '/page/src/ui/de/first.ts')).toContain('{partner')
})

it.each([
  ["{ back: 'Back to {partner' }", 'Back to {partner'],
  ["{ lead: '{count, plural, one {#}}' }", '{count, plural, one {#}}'],
  ["{ start: { title: 'a <b>' } }", 'a <b>'],
  ["{ tips: ['a'] }", 'ArrayExpression'],
  ['{ tips: 5 }', 'Literal'],
])('%s breaks the build, which names file and text', async (words, text) => {
  const broken = compile(`export const words = ${words}`)
  await expect(broken).rejects.toThrow('src/i18n/xx/first.ts')
  await expect(broken).rejects.toThrow(text)
})
