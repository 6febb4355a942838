import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The same POST over and over. */
export interface Attack {
  url: string
  apiKey: string
  /** JSON. */
  body: string
  /** So many at a time. */
  lanes: number
  /** So many in all; with infinity until it is stopped. */
  count: number
}

export interface Answer {
  /** 0 where the connection broke. */
  status: number
  /** When it came, in ms since the attack began. */
  after: number
}

export interface RunningAttack {
  /** All answers, once the last one is there. */
  over: Promise<Answer[]>
  /** No further requests; those that are on their way are waited for. */
  stop(): Promise<Answer[]>
}

export interface Attacker {
  /** One attack at a time. */
  start(attack: Attack): RunningAttack
  close(): void
}

const FILE = fileURLToPath(new URL('attacker.ts', import.meta.url))

/**
 * A strange client works on a machine of its own: sent from the process that measures, each of its megabytes would
 * stand in the way of the stopwatch instead of the server.
 */
export const startAttacker = (): Attacker => {
  const child = fork(FILE, { serialization: 'advanced' })
  return {
    start: (attack) => {
      const over = once(child, 'message').then(([answers]) => answers as Answer[])
      child.send(attack)
      return {
        over,
        stop: () => {
          child.send('stop')
          return over
        },
      }
    },
    close: () => void child.kill(),
  }
}
