import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { createCaptureMachine } from '../flow/capture-machine.ts'
import { DONE, scriptActors, sessionOf } from '../testing/scripted-actors.ts'
import { toScreen } from './to-screen.ts'

const machine = createCaptureMachine(scriptActors().actors)
/** They last no longer than a moment, or wait for the first answer. */
const WITHOUT_SCREEN = ['loading', 'deciding', 'failed']

describe('toScreen', () => {
  it.each(Object.keys(machine.states))('%s', (state) => {
    const snapshot = createActor(machine).getSnapshot()
    const screen = toScreen({ ...snapshot, value: state } as typeof snapshot)
    if (WITHOUT_SCREEN.includes(state)) expect(screen).toBe('loading')
    else expect(screen).not.toBe('loading')
  })

  it.each([
    ['start', {}],
    ['video-start', { turn_video: true }],
    // The vendor's own words come first: what it films, it tells.
    ['vendor-start', { turn_video: true, capture_mode: 'redirect' as const }],
  ])('%s is what the person agrees to', (screen, changes) => {
    const snapshot = createActor(machine).getSnapshot()
    const context = { ...snapshot.context, session: sessionOf(changes) }
    for (const value of ['start', 'consenting']) {
      expect(toScreen({ ...snapshot, value, context } as typeof snapshot)).toBe(screen)
    }
  })

  it('keeps the screen of a used link while it goes back', () => {
    const snapshot = createActor(machine).getSnapshot()
    const session = sessionOf({ link: 'used', next: DONE })
    const going = { ...snapshot, value: 'going', context: { ...snapshot.context, session } }
    expect(toScreen(going as typeof snapshot)).toBe('link-used')
  })
})
