import type { ClientDevice, Device } from '@visavis/shared/attempt-details'
import Bowser from 'bowser'

/** Longer ones are nobody's, and each pattern goes through all of it. */
const MAX_AGENT_LENGTH = 512

const CLASSES: Readonly<Record<string, Device>> = { mobile: 'phone', tablet: 'tablet', desktop: 'desktop' }

/**
 * What a `User-Agent` comes down to: names out of lists, a version's first number and a class. Of an agent that is not
 * in the lists the library gives a part as it is: that is left out, so that nothing a browser wrote is kept.
 * iPads ask for desktop pages and call themselves Macs: they count as such.
 */
export const readDevice = (agent: string | undefined): ClientDevice => {
  if (!agent) return {}
  const { browser, os, platform } = Bowser.parse(agent.slice(0, MAX_AGENT_LENGTH))
  const name = Object.values(Bowser.BROWSER_MAP).find((known) => known === browser.name)
  const system = Object.values(Bowser.OS_MAP).find((known) => known === os.name)
  const version = /^\d{1,4}(?!\d)/.exec(browser.version ?? '')?.[0]
  const device = system === Bowser.OS_MAP.ChromeOS ? 'desktop' : CLASSES[platform.type ?? '']
  return {
    ...(name ? { browser: { name, ...(version ? { version: Number(version) } : {}) } } : {}),
    ...(system ? { system } : {}),
    ...(device ? { device } : {}),
  }
}
