#!/usr/bin/env node
/** `pnpm visavis`. What it needs of Node is asked before anything of it is loaded. */
import './require-node.ts'

await import('./run.ts')
