/** Each purpose has a key of its own, so that a hash made for one is worth nothing for another. */
export const HASH_PURPOSES = [
  'asset-url',
  'digit-string',
  'address',
  'handoff-code',
  'handoff-claim',
  'return',
  'picture',
  'passkey-challenge',
  'proof-nonce',
  'sign-on',
] as const
export type HashPurpose = (typeof HASH_PURPOSES)[number]
