import { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { type AuditEdgeDeps, readOrigin, recordAuditEvent, toCredentialActor } from '../audit/index.ts'
import { openAsset } from './asset-url.ts'
import type { PicturesDeps } from './deps.ts'

/** Pictures by their signed addresses: the signature is the permission, no key is asked for. Each look is in the audit log. */
export const assetFileRoutes = (deps: PicturesDeps & AuditEdgeDeps) =>
  new Hono<AppEnv>().get('/:assetId', async (c) => {
    const { expires, by, signature } = c.req.query()
    const opened = await openAsset(deps, { assetId: c.req.param('assetId'), expires, by, signature })
    const { asset, picture } = opened
    // Before the picture goes out: nobody sees one that the log does not know of.
    await recordAuditEvent(deps, {
      tenantId: asset.tenantId,
      actor: toCredentialActor(opened.by),
      action: 'picture.read',
      subjectId: asset.id,
      ...readOrigin(c, deps),
    })
    return c.body(new Uint8Array(picture), 200, {
      'Content-Type': asset.mediaType,
      'Cache-Control': 'no-store',
      'Content-Disposition': 'inline',
      // A partner's back office shows it by `<img>`: whoever has the signed address may, from any page.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })
