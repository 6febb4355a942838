import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import type { Asset } from '../pictures/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps, Origin } from './deps.ts'

/** A picture of the user's own tenant, with an entry in the audit log before it goes out. @throws AppError NOT_FOUND */
export const readPicture = async (
  deps: ConsoleDeps,
  { id: userId, tenantId }: ConsoleUser,
  pictureId: string,
  origin: Origin,
): Promise<{ asset: Asset; picture: Uint8Array }> => {
  const asset = isId('asset', pictureId) ? await deps.database.assets.findStored(pictureId) : undefined
  const picture = asset?.tenantId === tenantId ? await deps.assets.get(asset) : undefined
  if (!asset || !picture) throw new AppError('NOT_FOUND')
  await recordAuditEvent(deps, {
    tenantId,
    actor: toConsoleActor(userId),
    action: 'picture.read',
    subjectId: asset.id,
    ...origin,
  })
  return { asset, picture }
}
