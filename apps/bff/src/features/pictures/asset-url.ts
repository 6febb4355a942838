import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import { ASSET_URL_LIFETIME_S } from '@visavis/shared/limits'
import type { KeyedAsset } from './assets-repo.ts'
import type { PicturesDeps } from './deps.ts'

type UrlDeps = Pick<PicturesDeps, 'keyedHash' | 'now' | 'publicUrl'>

interface SignedAsset {
  assetId: string
  expires: number
  by: string
}

const sign = ({ keyedHash }: Pick<UrlDeps, 'keyedHash'>, { assetId, expires, by }: SignedAsset) =>
  keyedHash('asset-url', `${assetId}:${expires}:${by}`)

/**
 * An address of a picture that works for 15 minutes, for whoever holds it.
 * @param by the credential it is given to, which the audit log names when it is opened
 */
export const toAssetUrl = (deps: UrlDeps, assetId: string, by: string): string => {
  const expires = Math.floor(deps.now().getTime() / 1000) + ASSET_URL_LIFETIME_S
  const signature = Buffer.from(sign(deps, { assetId, expires, by })).toString('base64url')
  return `${deps.publicUrl}/assets/${assetId}?expires=${expires}&by=${by}&signature=${signature}`
}

interface OpenAssetInput {
  assetId: string
  expires: string | undefined
  by: string | undefined
  signature: string | undefined
}

/**
 * The picture a signed address stands for. Wrong and run out look the same.
 * @throws AppError ASSET_URL_INVALID, NOT_FOUND when the picture was removed meanwhile
 */
export const openAsset = async (
  deps: PicturesDeps,
  { assetId, expires, by = '', signature }: OpenAssetInput,
): Promise<{ asset: KeyedAsset; picture: Uint8Array; by: string }> => {
  const given = Buffer.from(signature ?? '', 'base64url')
  const until = /^\d{1,12}$/.test(expires ?? '') ? Number(expires) : 0
  const right = sign(deps, { assetId, expires: until, by })
  const isSigned = given.byteLength === right.byteLength && timingSafeEqual(given, right)
  if (!isSigned || until * 1000 <= deps.now().getTime()) throw new AppError('ASSET_URL_INVALID')

  const asset = await deps.database.assets.findStored(assetId)
  const picture = asset && (await deps.assets.get(asset))
  if (!picture) throw new AppError('NOT_FOUND')
  return { asset, picture, by }
}
