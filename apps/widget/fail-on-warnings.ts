import type { Plugin } from 'vite'

/** A build that has something to warn of says it and fails: the first screen that a newcomer sees has no warnings. */
export const failOnWarnings = (): Plugin => {
  let count = 0
  return {
    name: 'fail-on-warnings',
    apply: 'build',
    config: () => ({
      // How long plugins took: of the machine and what else it does, not of the code.
      build: { rolldownOptions: { checks: { bundlerTimings: false } } },
    }),
    // The bundler's warnings, also those of a worker's own build, and Vite's come together here.
    configResolved({ logger }) {
      for (const method of ['warn', 'warnOnce'] as const) {
        const say = logger[method]
        logger[method] = (...message) => {
          count += 1
          say(...message)
        }
      }
    },
    closeBundle() {
      if (count > 0) this.error(`${count} ${count === 1 ? 'warning' : 'warnings'}, see above`)
    },
  }
}
