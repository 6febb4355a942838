/** What integrators test with, under the script they use. */
import { startFakeVisavis } from '@visavis/testing'
import { expect, test } from '../fixtures/test.ts'
import { dialogHost } from '../hosts/host-pages.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

const ENDS = {
  declined: 'capture.completed',
  aborted: 'capture.aborted',
  inconclusive: 'capture.failed',
} as const

test('a page can be tested against the fake server, with every end it may come to', async ({
  bff,
  cameraPage,
  partnerSite,
}) => {
  const fake = await startFakeVisavis()
  const call = async (path: string, body?: object) => {
    const headers = { authorization: `Bearer ${fake.apiKey}`, 'content-type': 'application/json' }
    const answer = await fetch(fake.url + path, {
      headers,
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    return answer.json()
  }
  try {
    const page = await cameraPage({ scene: 'no-camera' }, { otherOrigins: [fake.url] })
    const host = new EmbeddingPage(page)
    const applicant = await call('/applicants', {})
    for (const outcome of ['declined', 'aborted', 'inconclusive'] as const) {
      fake.script(outcome)
      const { id } = await call('/face-authentications', {
        applicant_id: applicant.id,
        user_journey_id: fake.userJourneyId,
      })
      const attempt = await call(`/face-authentications/${id}/attempts`, {
        redirect_url: partnerSite.redirectUrl,
      })
      const verificationUrl: string = attempt._links.verification_url.href
      await host.open(partnerSite.serve(dialogHost({ visavis: bff.url, verificationUrl })))
      await page.getByRole('button', { name: 'Sign in' }).click()
      expect(await host.hear(ENDS[outcome])).toMatchObject({ id })
      await host.hear('closed')

      const { status } = await call(`/face-authentications/${id}`)
      expect(status).toBe(outcome === 'declined' ? 'declined' : 'retry_required')
    }
  } finally {
    await fake.close()
  }
})
