import { addErased, type Erase, type Erased } from '../../storage/erased.ts'
import { eraseApplicant } from '../applicants/index.ts'
import { eraseAuthentications, type HeldScope } from '../authentications/index.ts'
import { eraseCaptures } from '../capture/index.ts'
import { eraseFaces } from '../faces/index.ts'
import { eraseHandoffs } from '../handoff/index.ts'
import { eraseIdempotentAnswers } from '../idempotency/index.ts'
import { eraseIndexEntries } from '../search/index.ts'
import type { ErasureRepositories } from './deps.ts'

/** In the order in which captures under way lock their rows, so that neither waits for the other for ever. */
const ROOMS: readonly Erase<ErasureRepositories, HeldScope>[] = [
  eraseAuthentications,
  eraseFaces,
  eraseCaptures,
  eraseHandoffs,
  eraseIndexEntries,
  eraseIdempotentAnswers,
  eraseApplicant,
]

/** Everything personal in the scope, whichever room keeps it. Inside a transaction; `finishErasure` after it. */
export const eraseInEveryRoom = async (
  repositories: ErasureRepositories,
  scope: HeldScope,
  now: Date,
): Promise<Erased> => {
  const erased: Erased[] = []
  for (const erase of ROOMS) erased.push(await erase(repositories, scope, now))
  return addErased(...erased)
}
