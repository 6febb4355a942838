import { expect, it } from 'vitest'
import { openTestApp } from '../testing/open-test-app.ts'

const { test } = await openTestApp()

it.each(['/verify/fatp_x', '/health/live', '/health/ready', '/applicants/x', '/capture/session', '/nowhere'])(
  '%s carries a policy that loads from no other host and may not be framed',
  async (path) => {
    const { headers } = await test.app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
  },
)

it('asks browsers to stay on TLS where they came by it', async () => {
  const { headers } = await test.app.request('/health/live', { headers: { 'x-forwarded-proto': 'https' } })
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
})
