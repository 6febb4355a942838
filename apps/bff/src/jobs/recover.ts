import { recoverVendorWork, sweepChallenges } from '../features/capture/index.ts'
import { resumeErasures } from '../features/erasure/index.ts'
import { recoverAssets } from '../features/pictures/index.ts'
import { recoverDeliveries } from '../features/webhooks/index.ts'
import { eachApart } from '../storage/each-apart.ts'
import type { JobsDeps } from './deps.ts'

type Recovered = Record<'deliveries' | 'vendorWork' | 'challenges' | 'assets' | 'erasures', number>

/** Takes up what processes that died left over. @throws what failed first, once everything was tried */
export const recover = async (deps: JobsDeps, signal?: AbortSignal): Promise<Recovered> => {
  const done: Recovered = { deliveries: 0, vendorWork: 0, challenges: 0, assets: 0, erasures: 0 }
  const steps = {
    deliveries: () => recoverDeliveries(deps),
    vendorWork: () => recoverVendorWork(deps),
    // Before the pictures: what it hides is removed with them.
    challenges: () => sweepChallenges(deps),
    assets: () => recoverAssets(deps),
    erasures: () => resumeErasures(deps, signal),
  }
  const names = Object.keys(steps) as (keyof typeof steps)[]
  await eachApart(names, async (name) => {
    done[name] = await steps[name]()
  })
  return done
}
