/** For Vitest's `globalSetup`: the networks are built before the tests, as `pnpm build:models` does it. */
import { buildNetworks } from '../build-networks.ts'

export const setup = async (): Promise<void> => {
  await buildNetworks()
}
