import { createApiKeySchema } from '@visavis/shared/access-api'
import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import { toApiKeyView } from './access-views.ts'
import { createApiKey } from './create-api-key.ts'
import type { AccessDeps } from './deps.ts'

export const apiKeyRoutes = (deps: AccessDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('admin'), async (c) => {
      const input = await readJson(c, createApiKeySchema)
      const { row, apiKey } = await createApiKey(deps, c.get('tenantId'), input)
      return c.json({ ...toApiKeyView(deps.publicUrl, row), key: apiKey }, 201)
    })
    .get('/', requireScope('admin'), async (c) => {
      const page = readPage(c.req.query())
      const keys = await deps.database.apiKeys.list(c.get('tenantId'), page)
      const url = `${deps.publicUrl}/api-keys`
      return c.json(toListView(url, keys, page, (row) => toApiKeyView(deps.publicUrl, row)))
    })
    .get('/:apiKeyId', requireScope('admin'), async (c) => {
      const key = await deps.database.apiKeys.get(c.get('tenantId'), c.req.param('apiKeyId'))
      if (!key) throw new AppError('NOT_FOUND')
      return c.json(toApiKeyView(deps.publicUrl, key))
    })
    .delete('/:apiKeyId', requireScope('admin'), async (c) => {
      if (!(await deps.database.apiKeys.delete(c.get('tenantId'), c.req.param('apiKeyId')))) {
        throw new AppError('NOT_FOUND')
      }
      return c.body(null, 204)
    })
