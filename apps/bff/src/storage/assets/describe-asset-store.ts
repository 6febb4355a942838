import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newApplicantKey } from '../crypto/applicant-key.ts'
import { assetNamed } from '../testing/asset-named.ts'
import { fakePicture, MARKER } from '../testing/pictures.ts'
import type { AssetStore, Sealer } from './types.ts'

/** What lies underneath, by name. */
interface RawObjects {
  read(name: string): Promise<Uint8Array>
  write(name: string, bytes: Uint8Array): Promise<void>
}

interface OpenAssets {
  assets: AssetStore
  /** What it seals with. */
  sealer: Sealer
  raw: RawObjects
  dispose(): Promise<void>
}

/** What every store of pictures must do. @param open one that is empty */
export const describeAssetStore = (kind: string, open: () => Promise<OpenAssets>): void => {
  describe(`pictures in ${kind}`, () => {
    let assets: AssetStore
    let sealer: Sealer
    let raw: RawObjects
    let dispose: () => Promise<void>
    beforeEach(async () => {
      ;({ assets, sealer, raw, dispose } = await open())
    })
    afterEach(async () => {
      await assets.close()
      await dispose()
    })

    it('are kept, and forgotten when told to', async () => {
      const ids = [newId('asset'), newId('asset')] as const
      expect(await assets.list()).toEqual([])
      expect(await assets.get(assetNamed(ids[0]))).toBeUndefined()
      const pictures = [fakePicture(5 * 1024 * 1024), fakePicture(1000, 'png')] as const
      for (const index of [0, 1] as const) await assets.put(assetNamed(ids[index]), pictures[index])
      for (const index of [0, 1] as const) {
        const kept = await assets.get(assetNamed(ids[index]))
        expect(kept && Buffer.compare(kept, pictures[index])).toBe(0)
      }
      expect((await assets.list()).sort()).toEqual([...ids].sort())
      await assets.delete(ids[0])
      await assets.delete(ids[0])
      expect(await assets.get(assetNamed(ids[0]))).toBeUndefined()
      expect(await assets.list()).toEqual([ids[1]])
    })

    it('give way to newer ones of the same id', async () => {
      const id = newId('asset')
      await assets.put(assetNamed(id), fakePicture(2000))
      await assets.put(assetNamed(id), fakePicture(1000))
      expect(await assets.get(assetNamed(id))).toEqual(fakePicture(1000))
    })

    it('are all listed, and what is not ours is left out', async () => {
      const ids = Array.from({ length: 25 }, () => newId('asset'))
      await Promise.all(ids.map((id) => assets.put(assetNamed(id), fakePicture(20))))
      await raw.write('README', Buffer.from('not ours'))
      expect((await assets.list()).sort()).toEqual(ids.sort())
    })

    it('never lie there in the clear', async () => {
      const id = newId('asset')
      await assets.put(assetNamed(id), fakePicture(100_000))
      expect(Buffer.from(await raw.read(id)).includes(MARKER)).toBe(false)
    })

    it('are refused once altered', async () => {
      const id = newId('asset')
      await assets.put(assetNamed(id), fakePicture(1000))
      const bytes = await raw.read(id)
      bytes[500] = (bytes[500] ?? 0) ^ 1
      await raw.write(id, bytes)
      await expect(assets.get(assetNamed(id))).rejects.toThrow('altered')
    })

    it('are refused where they stand in for another', async () => {
      const ids = [newId('asset'), newId('asset')] as const
      for (const id of ids) await assets.put(assetNamed(id), fakePicture(1000))
      await raw.write(ids[1], await raw.read(ids[0]))
      await expect(assets.get(assetNamed(ids[1]))).rejects.toThrow('belongs elsewhere')
    })

    it.each(['appl_2', null])('are refused to another applicant: %s', async (applicantId) => {
      const named = { ...assetNamed(newId('asset')), applicantId: 'appl_1' }
      const asset = { ...named, applicantKey: newApplicantKey(sealer, named) }
      await assets.put(asset, fakePicture(1000))
      expect(await assets.get(asset)).toEqual(fakePicture(1000))
      await expect(assets.get({ ...asset, applicantId })).rejects.toThrow('belongs elsewhere')
    })

    it('are noise without the key of their applicant', async () => {
      const named = { ...assetNamed(newId('asset')), applicantId: 'appl_1' }
      await assets.put({ ...named, applicantKey: newApplicantKey(sealer, named) }, fakePicture(1000))
      await expect(assets.get(named)).rejects.toThrow('key is not here')
      const applicantKey = newApplicantKey(sealer, named)
      await expect(assets.get({ ...named, applicantKey })).rejects.toThrow('another key')
    })

    it.each(['', '..', '../secret', '/etc/passwd', 'asst_../../secret', newId('face')])(
      'have ids, and %j is none',
      async (id) => {
        await expect(assets.put(assetNamed(id), fakePicture(10))).rejects.toThrow('not an asset id')
        await expect(assets.get(assetNamed(id))).rejects.toThrow('not an asset id')
        await expect(assets.delete(id)).rejects.toThrow('not an asset id')
      },
    )

    it('have a store that says whether it is there', async () => {
      await expect(assets.ping()).resolves.toBeUndefined()
    })
  })
}
