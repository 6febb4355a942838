import { expect, it } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'

const { test } = await openTestApp()

it('the bare address says what this is, and each of its links leads somewhere', async () => {
  const answer = await test.app.request('/')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch('text/html')
  const page = await answer.text()
  expect(page).toContain('is it still you?')
  const paths = [...page.matchAll(/href="([^"]+)"/g)].map(([, path]) => `/${path}`)
  expect(paths).toContain('/docs/page.css')
  for (const path of paths) {
    const { status } = await test.app.request(path)
    expect([path, status]).toEqual([path, 200])
  }
})
