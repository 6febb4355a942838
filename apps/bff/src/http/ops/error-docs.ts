import { ERROR_GUIDE } from '@visavis/shared/error-guide'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../env.ts'
import { PAGE_POLICY } from '../security-headers.ts'

const PAGE = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error and response codes</title>
<link rel="stylesheet" href="errors.css">
</head>
<body>
<main>
<h1>Error and response codes</h1>
${ERROR_GUIDE.map(
  ({ title, intro, entries }) => html`<h2>${title}</h2>
<p>${intro}</p>
<dl>
${entries.map(
  ({ anchor, name, status, meaning, remedy }) => html`<div id="${anchor}">
<dt><a href="#${anchor}"><code>${name}</code></a>${status ? ` ${status}` : ''}</dt>
<dd>${meaning} ${remedy}</dd>
</div>
`,
)}</dl>
`,
)}</main>
</body>
</html>
`

const CSS = `:root { color-scheme: light dark }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem }
dl > div { padding: 0.5rem; border-radius: 0.25rem; scroll-margin: 1rem }
dl > div:target { outline: 2px solid }
dd { margin: 0 }
`

/** `/docs/errors#code`: where `doc_url` of an error leads, unless the operator says otherwise. */
export const errorDocsRoutes = (): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/docs/errors', (c) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      return c.html(PAGE)
    })
    .get('/docs/errors.css', (c) => c.body(CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))
