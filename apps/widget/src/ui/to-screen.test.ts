import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { createCaptureMachine } from '../capture/capture-machine.ts'
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

  it('keeps the screen of a used link while it goes back', () => {
    const snapshot = createActor(machine).getSnapshot()
    const session = sessionOf({ link: 'used', next: DONE })
    const going = { ...snapshot, value: 'going', context: { ...snapshot.context, session } }
    expect(toScreen(going as typeof snapshot)).toBe('link-used')
  })
})
