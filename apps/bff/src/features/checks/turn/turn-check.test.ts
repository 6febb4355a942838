import { expect, it } from 'vitest'
import { createScriptedLiveness } from '../../../testing/scripted-liveness.ts'
import { createTurnCheck } from './turn-check.ts'

const SIGNAL = new AbortController().signal

const see = async (name: string) => {
  const engine = createScriptedLiveness()
  const image = new TextEncoder().encode(name)
  const seen = await engine.observe(image, {})
  if (seen.outcome !== 'observed') throw new Error('not seen')
  return { image, observation: seen.observation }
}

it.each([
  ['nothing', [], 'passed', undefined],
  ['something unclear', [{ kind: 'unclear', reason: 'gap' }], 'unclear', ['gap']],
  ['a spoof', [{ kind: 'spoof', reason: 'jump' }], 'failed', ['jump']],
] as const)('of turns with %s wrong', async (_, problems, outcome, reasons) => {
  const engine = createScriptedLiveness()
  engine.problems.push([...problems])
  const { observation } = await see('a')
  const turns = (['left', 'right'] as const).map((side) => ({ side, frames: [{ observation, at: 0 }] }))
  const result = await createTurnCheck(engine).evaluate(
    { turns, selfie: observation, hasCopies: false },
    SIGNAL,
  )
  expect(result).toEqual({
    outcome,
    score: null,
    modelId: 'scripted-liveness',
    ...(reasons ? { reasons } : {}),
  })
})

it('judges each turn by the side that was asked for', async () => {
  const engine = createScriptedLiveness()
  const sides: string[] = []
  const { judgeTurn } = engine
  engine.judgeTurn = (frames, side) => {
    sides.push(side)
    return judgeTurn(frames, side)
  }
  const { observation } = await see('a')
  const turns = (['right', 'left'] as const).map((side) => ({ side, frames: [{ observation, at: 0 }] }))
  await createTurnCheck(engine).evaluate({ turns, selfie: observation, hasCopies: false }, SIGNAL)
  expect(sides).toEqual(['right', 'left'])
})

it('of files that stand in both turns fails', async () => {
  const { observation } = await see('a')
  const check = createTurnCheck(createScriptedLiveness())
  expect(await check.evaluate({ turns: [], selfie: observation, hasCopies: true }, SIGNAL)).toMatchObject({
    outcome: 'failed',
    reasons: ['copied'],
  })
})
