import { createRequire } from 'node:module'

/** The same depth from `src` and from `dist`. */
const manifest = createRequire(import.meta.url)('../../package.json') as { version: string }

export const VERSION = manifest.version
