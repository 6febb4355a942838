import type { StoredAsset } from '../assets/types.ts'

/** A picture as the store knows it, of nobody in particular. */
export const assetNamed = (id: string): StoredAsset => ({
  id,
  tenantId: 'tnt_none',
  ownerId: 'fatp_none',
  applicantId: null,
  applicantKey: null,
})
