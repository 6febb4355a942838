import { expect, it } from 'vitest'
import { openTestApp } from '../testing/open-test-app.ts'
import { allowInline, CAPTURE_POLICY } from './security-headers.ts'

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

it('lets in what stands in a page of ours, and nothing else', () => {
  const html = '<style>a</style><script type="module" src="/a.js"></script><script>b</script><style>c</style>'
  // `printf a | openssl dgst -sha256 -binary | base64`
  const [a, b, c] = [
    "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='",
    "'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='",
    "'sha256-Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y='",
  ]
  const policy = allowInline(CAPTURE_POLICY, html)
  expect(policy).toContain(`; script-src 'self' ${b} 'wasm-unsafe-eval';`)
  expect(policy).toContain(`; style-src 'self' ${c} ${a};`)
  expect(policy.replace(/ 'sha256-[^']+'/g, '')).toBe(CAPTURE_POLICY)
})

it.each(['/verify/fatp_x', '/frame/fatp_x', '/handoff'])('%s makes no script of text', async (path) => {
  const { headers } = await test.app.request(path)
  const policy = headers.get('content-security-policy')?.split('; ')
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).toContain('trusted-types visavis')
})
