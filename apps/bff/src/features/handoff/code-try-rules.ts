/** What counts together, and how many wrong digits in a window it may send before no more are taken from it. */
interface Circle {
  key: string
  most: number
  /** Once many go wrong everywhere: a search from many places is under way, and a person rarely errs as often. */
  mostUnderAttack: number
}

/** Wrong digits in a window, of everybody together, from which on it counts as an attack. */
export const ATTACK_STARTS_AT = 600

/**
 * The circles an address lies in, smallest first. Typing errors of one household, not a search through 100 million; but
 * one network must not use up what everybody shares, so nothing stops all. An IPv6 customer holds a /64 to a /48
 * (RFC 6177 §2), a provider a /32; IPv4 is counted by itself and by its /24, behind which many households are.
 * @param addressKey as `toAddressKey` gives it: an IPv4 address, the four words of a /64, or a word for all others
 */
export const toCircles = (addressKey: string): readonly Circle[] => {
  const words = addressKey.split(':')
  if (words.length > 1) {
    return [
      { key: addressKey, most: 10, mostUnderAttack: 3 },
      { key: `${words.slice(0, 3).join(':')}/48`, most: 30, mostUnderAttack: 10 },
      { key: `${words.slice(0, 2).join(':')}/32`, most: 200, mostUnderAttack: 60 },
    ]
  }
  const numbers = addressKey.split('.')
  return [
    { key: addressKey, most: 10, mostUnderAttack: 3 },
    ...(numbers.length === 4
      ? [{ key: `${numbers.slice(0, 3).join('.')}/24`, most: 60, mostUnderAttack: 20 }]
      : []),
  ]
}
