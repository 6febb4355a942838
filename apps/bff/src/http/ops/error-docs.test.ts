import { fileURLToPath } from 'node:url'
import { ERROR_GUIDE } from '@visavis/shared/error-guide'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createApp } from '../../app.ts'
import { createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'

const { test, partner } = await openTestApp()

const PAGE = fileURLToPath(new URL('../../../../../docs/api-errors.md', import.meta.url))

const toMarkdown = (guide: typeof ERROR_GUIDE): string => {
  const sections = guide.map(({ title, intro, entries }) => {
    const hasStatus = entries.some(({ status }) => status !== undefined)
    const rows = entries.map(
      ({ anchor, name, status, meaning, remedy }) =>
        `| <a id="${anchor}"></a>\`${name}\` |${hasStatus ? ` ${status} |` : ''} ${meaning} | ${remedy} |`,
    )
    const head = hasStatus
      ? ['| Code | HTTP | What it means | What to do |', '|---|---|---|---|']
      : ['| Code | What it means | What to do |', '|---|---|---|']
    return [`## ${title}`, '', intro, '', ...head, ...rows, ''].join('\n')
  })
  return ['# Error and response codes', '', ...sections].join('\n')
}

/** After a new code: `npx vitest run --project bff error-docs -u` writes the page anew. */
it('docs/api-errors.md is what the codes say', async () => {
  await expect(toMarkdown(ERROR_GUIDE)).toMatchFileSnapshot(PAGE)
})

it('each anchor leads to one entry', () => {
  const anchors = ERROR_GUIDE.flatMap(({ entries }) => entries.map(({ anchor }) => anchor))
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([])
})

describe('doc_url', () => {
  const readUrl = async (answer: Response, name = 'doc_url') => {
    const body: unknown = await answer.json()
    return z.record(z.string(), z.unknown()).parse(body)[name] as string
  }
  const follow = async (url: string) => {
    const { origin, pathname, hash } = new URL(url)
    expect(origin).toBe(new URL(test.deps.publicUrl).origin)
    const page = await test.app.request(pathname)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`id="${hash.slice(1)}"`)
    return hash
  }

  it('of a partner, a browser, a token client and a stranger leads to what the code means', async () => {
    const wrongKey = createPartnerClient(test, 'sk_wrong')
    const capture = await test.app.request('/capture/session')
    const token = await test.app.request('/connect/token', { method: 'POST' })
    const stranger = await test.app.request('/no/such/page')
    const found = await Promise.all([
      follow((await partner.post('/applicants', { email: 1 })).body.doc_url),
      follow((await wrongKey.get('/applicants/aplt_x')).body.doc_url),
      follow(await readUrl(capture)),
      follow(await readUrl(token, 'error_uri')),
      follow(await readUrl(stranger)),
    ])
    expect(found).toEqual([
      '#request_invalid',
      '#api_key_invalid',
      '#capture_token_invalid',
      '#invalid_request',
      '#not_found',
    ])
  })

  it('follows the operator to another page', async () => {
    const other = createApp({ ...test.deps, errorDocsUrl: 'https://docs.example/errors' })
    expect(await readUrl(await other.request('/capture/session'))).toBe(
      'https://docs.example/errors#capture_token_invalid',
    )
  })
})
