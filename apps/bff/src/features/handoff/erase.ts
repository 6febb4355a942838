import { type Erase, NOTHING_ERASED } from '../../storage/erased.ts'
import type { HandoffRepositories } from './deps.ts'

/** Hand-offs say which browser a link came from; those of an enrolment's link go with that. */
export const eraseHandoffs: Erase<HandoffRepositories> = async ({ handoffs }, { tenantId, attemptIds }) => ({
  ...NOTHING_ERASED,
  attempt_field: await handoffs.erase(tenantId, attemptIds),
})
