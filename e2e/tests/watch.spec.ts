import { openBrowser } from '../fixtures/open-browser.ts'
import { expect, test } from '../fixtures/test.ts'
import { watchContext } from '../fixtures/watch-context.ts'

/** Every other test relies on this net; here it has to catch something. */
test('a request to another host is noticed, and the hosted page cannot even make one', async ({
  bff,
  partnerSite,
}) => {
  const { context, close } = await openBrowser({ scene: 'empty-room' })
  const watch = watchContext(context, { origin: bff.url, partnerOrigin: partnerSite.origin })
  const page = await context.newPage()
  const askOutside = () =>
    page.evaluate(() =>
      fetch('http://outside.example/').then(
        () => 'answered',
        () => 'failed',
      ),
    )

  await page.goto(partnerSite.redirectUrl)
  expect(watch.problems()).toEqual([])
  expect(await askOutside()).toBe('failed')
  await expect.poll(watch.problems).toContain('request to another host: http://outside.example/')

  const before = watch.problems().length
  await page.goto(`${bff.url}/verify/any`)
  await expect(page.getByTestId('screen-link-invalid')).toBeVisible()
  expect(await askOutside()).toBe('failed')
  await expect
    .poll(() => watch.problems().slice(before))
    .toContainEqual(expect.stringContaining('Content Security Policy'))
  await close()
})
