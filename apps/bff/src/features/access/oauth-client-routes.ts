import { createOauthClientSchema } from '@visavis/shared/access-api'
import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import { toOauthClientView } from './access-views.ts'
import { createOauthClient } from './create-oauth-client.ts'
import type { AccessDeps } from './deps.ts'

export const oauthClientRoutes = (deps: AccessDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('admin'), async (c) => {
      const input = await readJson(c, createOauthClientSchema)
      const { client, clientSecret } = await createOauthClient(deps, c.get('tenantId'), input)
      return c.json({ ...toOauthClientView(deps.publicUrl, client), client_secret: clientSecret }, 201)
    })
    .get('/', requireScope('admin'), async (c) => {
      const page = readPage(c.req.query())
      const clients = await deps.database.oauthClients.list(c.get('tenantId'), page)
      const url = `${deps.publicUrl}/oauth-clients`
      return c.json(toListView(url, clients, page, (row) => toOauthClientView(deps.publicUrl, row)))
    })
    .get('/:oauthClientId', requireScope('admin'), async (c) => {
      const client = await deps.database.oauthClients.get(c.get('tenantId'), c.req.param('oauthClientId'))
      if (!client) throw new AppError('NOT_FOUND')
      return c.json(toOauthClientView(deps.publicUrl, client))
    })
    .delete('/:oauthClientId', requireScope('admin'), async (c) => {
      if (!(await deps.database.oauthClients.delete(c.get('tenantId'), c.req.param('oauthClientId')))) {
        throw new AppError('NOT_FOUND')
      }
      return c.body(null, 204)
    })
