import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { html } from 'hono/html'
import * as z from 'zod'
import { COLLECTION_PATH, createCollection } from '../create-collection.ts'
import { type EndpointSpec, endpoint, mount } from '../endpoint.ts'
import type { AppEnv } from '../env.ts'
import { PAGE_POLICY } from '../security-headers.ts'
import { VERSION } from '../version.ts'

const require = createRequire(import.meta.url)

const VIEWER_DIR = dirname(require.resolve('swagger-ui-dist/package.json'))
const VIEWER_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** Swagger UI shows and sends nothing: a page that takes a secret key has no place beside the capture page. */
const START_SCRIPT = `const nothing = () => () => null
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  supportedSubmitMethods: [],
  validatorUrl: null,
  plugins: [() => ({ wrapComponents: { authorizeBtn: nothing, authorizeOperationBtn: nothing } })],
  deepLinking: true,
})
`

const PAGE = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Visavis API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`

interface DocumentDeps {
  /** The document's text, built when first asked for. */
  readDocument: () => Promise<string>
}

export const REFERENCE_ENDPOINTS = [
  endpoint(
    {
      tag: 'Operations',
      audience: 'public',
      method: 'get',
      path: '/openapi.json',
      id: 'getDocument',
      summary: 'This document',
      answers: {
        200: {
          description: 'OpenAPI 3.1',
          schema: z.looseObject({ openapi: z.string() }),
          mediaType: 'application/json',
        },
      },
    },
    async ({ readDocument }: DocumentDeps, { c }) =>
      c.body(await readDocument(), 200, { 'content-type': 'application/json' }),
  ),
]

interface ReferenceDeps {
  publicUrl: string
  /** Folder of the built documentation; absent: `/docs` is the API reference alone. */
  docsDir?: string | undefined
  /** What the document tells of. */
  endpoints: readonly EndpointSpec[]
}

/** What a partner can try by hand: a capture is a browser's, and the console is its users'. */
const isForCollection = ({ audience }: EndpointSpec): boolean =>
  audience === 'partner' || audience === 'public'

/** `/openapi.json`, and `/docs` to read it with the rest: all of it from here, nothing from any other host. */
export const referenceRoutes = ({ publicUrl, docsDir, endpoints }: ReferenceDeps): Hono<AppEnv> => {
  const buildDocument = async (of: readonly EndpointSpec[]) => {
    const { createApiDocument } = await import('../create-api-document.ts')
    return createApiDocument(of, { publicUrl, version: VERSION })
  }
  let text: Promise<string> | undefined
  const readDocument = () => {
    text ??= buildDocument(endpoints).then((document) => JSON.stringify(document))
    return text
  }
  let collection: Promise<string> | undefined
  const readCollection = () => {
    collection ??= buildDocument(endpoints.filter(isForCollection)).then((document) =>
      JSON.stringify(createCollection(document), null, 2),
    )
    return collection
  }
  const routes = new Hono<AppEnv>()
  mount(routes, REFERENCE_ENDPOINTS, { readDocument })
  routes
    .get(COLLECTION_PATH, async (c) =>
      c.body(await readCollection(), 200, { 'content-type': 'application/json' }),
    )
    .get('/docs/start.js', (c) => c.body(START_SCRIPT, 200, { 'content-type': 'text/javascript' }))
    .get(
      '/docs/:file{swagger-ui.+}',
      async (c, next) => (VIEWER_FILES.includes(c.req.param('file')) ? next() : c.notFound()),
      serveStatic<AppEnv>({ root: VIEWER_DIR, rewriteRequestPath: (path) => path.slice('/docs'.length) }),
    )
  return docsDir === undefined
    ? routes.get('/docs', (c) => {
        c.header('Content-Security-Policy', REFERENCE_POLICY)
        return c.html(PAGE)
      })
    : routes.route('/docs', siteRoutes(docsDir))
}

/** Every address of a page is its file's without `.html`; what the pages load is among the static files. */
const siteRoutes = (docsDir: string): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .use(async (c, next) => {
      await next()
      c.header('Content-Security-Policy', SITE_POLICY)
      c.header('Cache-Control', 'no-cache')
    })
    // Nothing secret and nothing of the request is in them.
    .use(compress())
    .get(
      '*',
      serveStatic<AppEnv>({
        root: docsDir,
        rewriteRequestPath: (path) => {
          const name = path.slice('/docs/'.length) || 'index'
          return `/${extname(name) ? name : `${name}.html`}`
        },
      }),
    )
    .get('*', async (c) => c.html(await readFile(join(docsDir, '404.html'), 'utf8'), 404))

/** The viewer reads the document by `fetch`. */
const REFERENCE_POLICY = `${PAGE_POLICY}; connect-src 'self'`

/** The colours of its code are style attributes; nobody but us writes into its pages. */
const SITE_POLICY = `${REFERENCE_POLICY}; style-src-attr 'unsafe-inline'`
