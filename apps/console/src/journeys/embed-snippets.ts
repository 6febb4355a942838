import iframe from 'docs-snippet:docs/embed-protocol.md#iframe'
import page from 'docs-snippet:docs/quick-start.md#page'
import server from 'docs-snippet:docs/quick-start.md#server'
import redirect from 'docs-snippet:examples/redirect/index.html#all'
import { toOwnSnippet } from './snippet-rules.ts'

/** The documentation's own, each of which its tests run. */
export const listSnippets = (origin: string, journeyId: string) => [
  { title: 'Your server', text: `const userJourneyId = '${journeyId}'\n\n${server}` },
  { title: 'Your page, script', text: toOwnSnippet(page, origin) },
  { title: 'Your page, iframe', text: toOwnSnippet(iframe, origin) },
  { title: 'Your page, redirect', text: redirect },
]
