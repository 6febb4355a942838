import { bundleSvelte } from '../../packages/snippets/src/testing/bundle-svelte.ts'
import { expect, test } from '../fixtures/test.ts'

/** A page that keeps more than the address in one object, as most do. */
const PAGE = `<script>
import { VisavisCapture } from '@visavis/svelte'

const toUrl = (name) => 'https://id.example/verify/' + name + '#SECRET'
let started = $state({ verificationUrl: toUrl('fatp_a') })
</script>
{#if started}<VisavisCapture verificationUrl={started.verificationUrl} theme={started.theme} />{/if}
<button onclick={() => (started = { ...started, theme: 'dark' })}>Dark</button>
<button onclick={() => (started = { verificationUrl: toUrl('fatp_b') })}>Again</button>
<button onclick={() => (started = null)}>Leave</button>`

test('the Svelte component loads its frame anew for another address alone', async ({ cameraPage }) => {
  const page = await cameraPage({ scene: 'empty-room' }, { otherOrigins: ['https://id.example'] })
  const loaded: string[] = []
  await page.route('https://id.example/**', (route) => {
    loaded.push(new URL(route.request().url()).pathname)
    return route.fulfill({ contentType: 'text/html', body: '<h1>Frame</h1>' })
  })
  await page.setContent('<title>Shop</title>')
  await page.addScriptTag({ content: await bundleSvelte(PAGE) })

  await expect(page.frameLocator('iframe').getByText('Frame')).toBeVisible()
  const marked = page.locator('iframe[data-first]')
  await page.locator('iframe').evaluate((element) => element.setAttribute('data-first', ''))
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(marked).toHaveCount(1)
  await page.getByRole('button', { name: 'Again' }).click()
  await expect.poll(() => loaded).toEqual(['/frame/fatp_a', '/frame/fatp_b'])
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.locator('iframe')).toHaveCount(0)
})
