/** What people do at the vendor, for tests without a browser. Each @throws Error when it is refused. */

const demand = async (answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${await answer.text()}`)
  return answer
}

interface Dashboard {
  origin: string
  credentials: Readonly<Record<string, string>>
}

const toHeaders = ({ credentials: { api_key, api_secret } }: Dashboard) => ({
  Authorization: `Basic ${Buffer.from(`${api_key}:${api_secret}`).toString('base64')}`,
})

/** A verification that passed with that face. @returns its `scanRef` */
export const addVerification = async (sandbox: Dashboard, face: Uint8Array): Promise<string> => {
  const answer = await fetch(`${sandbox.origin}/dashboard/verifications`, {
    method: 'POST',
    headers: toHeaders(sandbox),
    body: Uint8Array.from(face),
  })
  const { scanRef } = (await (await demand(answer)).json()) as { scanRef: string }
  return scanRef
}

/** Where webhooks go from now on. */
export const setWebhookUrl = async (sandbox: Dashboard, url: string): Promise<void> => {
  const answer = await fetch(`${sandbox.origin}/dashboard/webhook`, {
    method: 'PUT',
    headers: { ...toHeaders(sandbox), 'Content-Type': 'application/json' },
    body: JSON.stringify({ url }),
  })
  await demand(answer)
}

/** What the hosted page does with a picture. @returns the status it posts */
export const deliverSelfie = async (origin: string, token: string, picture: Uint8Array): Promise<string> => {
  const answer = await fetch(`${origin}/client/${token}/selfie`, {
    method: 'POST',
    body: Uint8Array.from(picture),
  })
  const { status } = (await (await demand(answer)).json()) as { status: string }
  return status
}

export const cancelSession = async (origin: string, token: string): Promise<void> => {
  await demand(await fetch(`${origin}/client/${token}/cancel`, { method: 'POST' }))
}
