import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findBareText } from './bare-text.ts'

const UI = fileURLToPath(import.meta.resolve('./src'))

describe('findBareText', () => {
  it.each([
    ['words after an icon', 'const a = <p><Icon />{words}</p>', '{words}'],
    ['a choice of words', 'const a = <p><b />{isLate ? late : early}</p>', '{isLate ? late : early}'],
    ['words on a condition', 'const a = <p>{is && words}{isNot && <b />}</p>', '{is && words}'],
    ['written text', 'const a = <p>Hello <b /></p>', 'Hello'],
    ['text in a fragment', 'const a = <>{words}</>', '{words}'],
    ['a call that gives words', 'const a = <p><b />{format(words)}</p>', '{format(words)}'],
  ])('finds %s', (_, source, text) => {
    expect(findBareText('a.tsx', source)).toEqual([text])
  })
  it.each([
    ['words alone in an element', 'const a = <p><Icon /><span>{words}</span></p>'],
    ['elements on a condition', 'const a = <p>{is && <b>{words}</b>}{isNot ? <i /> : null}</p>'],
    ['a list of elements', 'const a = <ul>{texts.map((text) => <li key={text}>{text}</li>)}<li /></ul>'],
    ['a space and a slot', "const a = <p><b />{' '}{children}</p>"],
  ])('lets %s be', (_, source) => {
    expect(findBareText('a.tsx', source)).toEqual([])
  })
})

it('no component has text that a translated page would break on', async () => {
  const bare: string[] = []
  for await (const file of glob('**/*.tsx', { cwd: UI })) {
    const source = await readFile(`${UI}/${file}`, 'utf8')
    bare.push(...findBareText(file, source).map((text) => `${file}: ${text}`))
  }
  expect(bare).toEqual([])
})
