import type { AssetStore, Sealer } from '../../storage/assets/types.ts'
import { ensureApplicantKey } from '../../storage/crypto/ensure-applicant-key.ts'
import type { ResealOptions, ResealTurn } from '../../storage/crypto/reseal-column.ts'
import type { Database } from '../../storage/database.ts'
import type { KeyedAsset, SealedAsset } from './assets-repo.ts'
import type { PicturesRepositories } from './deps.ts'
import { openPrint, sealPrint } from './picture-print.ts'

const BATCH = 50

interface ResealDeps {
  database: Database<PicturesRepositories>
  assets: AssetStore
  sealer: Sealer
}

/** Seals pictures and their prints by the present data key, one by one; the row of each says which one it was. */
export const resealPictures = async (
  deps: ResealDeps,
  { keyId, isOver, onLeft }: ResealOptions,
): Promise<ResealTurn> => {
  let left = 0
  let after = 0
  for (;;) {
    const batch = await deps.database.assets.listSealedOtherwise(keyId, after, BATCH)
    for (const asset of batch) {
      if (isOver()) return { isDone: false, left }
      try {
        await resealPicture(deps, asset, keyId)
      } catch (failure) {
        onLeft(failure)
        left += 1
      }
      after = asset.position
    }
    if (batch.length < BATCH) return { isDone: true, left }
  }
}

const resealPicture = async (deps: ResealDeps, asset: SealedAsset, keyId: number): Promise<void> => {
  const { database, assets } = deps
  const { bound, picture } = await readBound(deps, asset)
  const print = openPrint(deps, asset)
  await database.transaction(async (repositories) => {
    // Whoever removes it holds its row first, so nothing comes back that was removed meanwhile.
    if (!(await repositories.assets.lockStored(asset.id))) return
    const dataKeyId = picture ? await assets.put(bound, picture) : keyId
    const printSealed = print && sealPrint(deps, bound, print)
    await repositories.assets.update(asset.id, { dataKeyId, printSealed })
  })
}

interface Bound {
  bound: KeyedAsset
  /** `undefined`: there is none, so there is nothing to seal. */
  picture: Uint8Array | undefined
}

/** As it is bound from now on: those of the first version, which said not whose they were, get the key of their applicant. */
const readBound = async (deps: ResealDeps, asset: SealedAsset): Promise<Bound> => {
  const { tenantId, applicantId, ownersApplicantId } = asset
  if (applicantId !== null || ownersApplicantId === null) {
    const bound = applicantId === null ? asset : await withKey(deps, { ...asset, tenantId, applicantId })
    return { bound, picture: await deps.assets.get(asset) }
  }
  const named = await withKey(deps, { ...asset, applicantId: ownersApplicantId })
  const opened = await deps.assets.get(named).then(
    (picture) => ({ picture }),
    () => undefined,
  )
  // Sealed by a version that bound it to nobody.
  if (!opened) return { bound: asset, picture: await deps.assets.get(asset) }
  // The row first: it opens the picture as it is, and as it will be.
  await deps.database.assets.update(asset.id, { applicantId: ownersApplicantId })
  return { bound: named, ...opened }
}

const withKey = async (
  deps: ResealDeps,
  asset: KeyedAsset & { applicantId: string },
): Promise<KeyedAsset> => {
  const applicantKey = asset.applicantKey ?? (await ensureApplicantKey(deps, asset)) ?? null
  return { ...asset, applicantKey }
}
