import type { Compiled, Words } from './catalogue.ts'
import type { words } from './en/handoff.ts'

/** Texts of the two ends of a hand-off: a chunk of its own, since most people never see them. */
export type HandoffWords = Words<typeof words>
export type HandoffCopy = Compiled<typeof words>
