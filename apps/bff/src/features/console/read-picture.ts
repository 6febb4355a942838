import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import type { Asset } from '../pictures/index.ts'
import type { ConsoleDeps, Origin } from './deps.ts'
import { type Asker, requirePictureAccess } from './picture-access/picture-access.ts'

/**
 * A picture of the user's own tenant, with an entry in the audit log before it goes out.
 * @throws AppError NOT_FOUND, PICTURE_ACCESS_NEEDED
 */
export const readPicture = async (
  deps: ConsoleDeps,
  asker: Asker,
  pictureId: string,
  origin: Origin,
): Promise<{ asset: Asset; picture: Uint8Array }> => {
  const { id: userId, tenantId } = asker
  const asset = isId('asset', pictureId) ? await deps.database.assets.findStored(pictureId) : undefined
  if (asset?.tenantId !== tenantId) throw new AppError('NOT_FOUND')
  await requirePictureAccess(deps, asker, asset)
  const picture = await deps.assets.get(asset)
  if (!picture) throw new AppError('NOT_FOUND')
  await recordAuditEvent(deps, {
    tenantId,
    actor: toConsoleActor(userId),
    action: 'picture.read',
    subjectId: asset.id,
    ...origin,
  })
  return { asset, picture }
}
