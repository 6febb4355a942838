import type { Asset, Repositories } from '../../storage/types.ts'

/** The picture an attempt was decided on; one without a verdict has none. */
export const findAttemptPicture = async (
  { assets }: Pick<Repositories, 'assets'>,
  tenantId: string,
  attemptId: string,
): Promise<Asset | undefined> => {
  const { rows } = await assets.listStored(tenantId, attemptId, { skip: 0, limit: 1 })
  return rows[0]
}
