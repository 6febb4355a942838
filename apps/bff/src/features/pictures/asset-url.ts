import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import { ASSET_URL_LIFETIME_S } from '@visavis/shared/limits'
import type { Asset } from './assets-repo.ts'
import type { PicturesDeps } from './deps.ts'

const sign = ({ keyedHash }: Pick<PicturesDeps, 'keyedHash'>, assetId: string, expires: number) =>
  keyedHash('asset-url', `${assetId}:${expires}`)

/** An address of a picture that works for 15 minutes, for whoever holds it. */
export const toAssetUrl = (deps: PicturesDeps, assetId: string): string => {
  const expires = Math.floor(deps.now().getTime() / 1000) + ASSET_URL_LIFETIME_S
  const signature = Buffer.from(sign(deps, assetId, expires)).toString('base64url')
  return `${deps.publicUrl}/assets/${assetId}?expires=${expires}&signature=${signature}`
}

interface OpenAssetInput {
  assetId: string
  expires: string | undefined
  signature: string | undefined
}

/**
 * The picture a signed address stands for. Wrong and run out look the same.
 * @throws AppError ASSET_URL_INVALID, NOT_FOUND when the picture was removed meanwhile
 */
export const openAsset = async (
  deps: PicturesDeps,
  { assetId, expires, signature }: OpenAssetInput,
): Promise<{ mediaType: Asset['mediaType']; picture: Uint8Array }> => {
  const given = Buffer.from(signature ?? '', 'base64url')
  const until = /^\d{1,12}$/.test(expires ?? '') ? Number(expires) : 0
  const right = sign(deps, assetId, until)
  const isSigned = given.byteLength === right.byteLength && timingSafeEqual(given, right)
  if (!isSigned || until * 1000 <= deps.now().getTime()) throw new AppError('ASSET_URL_INVALID')

  const asset = await deps.database.assets.findStored(assetId)
  const picture = asset && (await deps.assets.get(asset))
  if (!picture) throw new AppError('NOT_FOUND')
  return { mediaType: asset.mediaType, picture }
}
