import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../env.ts'
import { PAGE_POLICY } from '../security-headers.ts'
import { plainPage } from './plain-page.ts'

const PAGE = plainPage({
  title: 'Visavis',
  css: 'docs/page.css',
  content: html`<p>This server asks a returning user “is it still you?” by a look into the camera.</p>
<h2>You were asked to show your face?</h2>
<p>The link you were sent is longer than this address. Open it whole, or <a href="code">type the digits</a> that your other
screen shows.</p>
<h2>You build with it?</h2>
<ul>
<li><a href="docs">Documentation</a>, with the API reference, and the same <a href="openapi.json">as OpenAPI</a></li>
<li><a href="docs/errors">Error and response codes</a></li>
</ul>
<h2>You run it?</h2>
<ul>
<li><a href="health/ready">Whether it is ready</a></li>
</ul>
`,
})

/** `/`: whoever comes without a link is told where they are. */
export const homeRoutes = (): Hono<AppEnv> =>
  new Hono<AppEnv>().get('/', (c) => {
    c.header('Content-Security-Policy', PAGE_POLICY)
    return c.html(PAGE)
  })
