import { setFlagsFromString } from 'node:v8'

/** Both are on by default (V8, `flag-definitions.h`): the first compiles anew at all, the second by use. */
const FLAGS = ['wasm-tier-up', 'wasm-dynamic-tiering']

/**
 * WebAssembly that first runs during `open` keeps the code it was first compiled to. V8 would compile what runs often
 * once more, and over PostgreSQL's parser, one function of 105 kB, that takes 600 MB of memory and seven seconds of a
 * core: a container sized for what the server needs would be killed at its start. Statements are no faster for it.
 * What runs first after `open`, other modules too, is compiled as ever.
 */
export const withoutTierUp = async <T>(open: () => Promise<T>): Promise<T> => {
  for (const flag of FLAGS) setFlagsFromString(`--no-${flag}`)
  try {
    return await open()
  } finally {
    for (const flag of FLAGS) setFlagsFromString(`--${flag}`)
  }
}
