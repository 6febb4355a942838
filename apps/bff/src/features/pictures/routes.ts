import { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { openAsset } from './asset-url.ts'
import type { PicturesDeps } from './deps.ts'

/** Pictures by their signed addresses: the signature is the permission, no key is asked for. */
export const assetFileRoutes = (deps: PicturesDeps) =>
  new Hono<AppEnv>().get('/:assetId', async (c) => {
    const { expires, signature } = c.req.query()
    const { mediaType, picture } = await openAsset(deps, {
      assetId: c.req.param('assetId'),
      expires,
      signature,
    })
    return c.body(new Uint8Array(picture), 200, {
      'Content-Type': mediaType,
      'Cache-Control': 'no-store',
      'Content-Disposition': 'inline',
      // A partner's back office shows it by `<img>`: whoever has the signed address may, from any page.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })
