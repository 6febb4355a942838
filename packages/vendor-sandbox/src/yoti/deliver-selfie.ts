import type { SelfieOutcome } from './take-selfie.ts'

/** What the hosted page does with a picture, for tests without a browser. @throws Error when it is refused */
export const deliverSelfie = async (
  origin: string,
  { sessionId, token }: { sessionId: string; token: string },
  picture: Uint8Array,
): Promise<SelfieOutcome> => {
  const answer = await fetch(`${origin}/idverify/v1/web/client/${sessionId}/selfie`, {
    method: 'POST',
    headers: { 'X-Yoti-Auth-Token': token },
    body: Uint8Array.from(picture),
  })
  if (!answer.ok) throw new Error(`the page was refused: ${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<SelfieOutcome>
}
