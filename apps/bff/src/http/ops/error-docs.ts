import { ERROR_GUIDE } from '@visavis/shared/error-guide'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../env.ts'
import { PAGE_POLICY } from '../security-headers.ts'
import { PLAIN_CSS, plainPage } from './plain-page.ts'

const PAGE = plainPage({
  title: 'Error and response codes',
  css: 'page.css',
  content: html`${ERROR_GUIDE.map(
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
  )}`,
})

/** `/docs/errors#code`: where `doc_url` of an error leads, unless the operator says otherwise. */
export const errorDocsRoutes = (): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/docs/errors', (c) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      return c.html(PAGE)
    })
    .get('/docs/page.css', (c) => c.body(PLAIN_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))
