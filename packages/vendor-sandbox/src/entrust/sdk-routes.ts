import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { judgePicture } from '../kit/index.ts'
import { EntrustError } from './entrust-error.ts'
import { noteTry } from './lockout.ts'
import type { Challenge, Entrust } from './model.ts'
import { SDK_SCRIPT } from './sdk-script.ts'

/** Lowest level that counts as the same person. The vendor publishes no threshold. */
const MATCH_LEVEL = 3

/** A stand-in for `onfido-sdk-ui`, which cannot be pointed elsewhere, and what it talks to: the routes are made up. */
export const sdkRoutes = (entrust: Entrust) =>
  new Hono()
    .use(cors())
    .get('/onfido.min.js', (c) => c.body(SDK_SCRIPT, 200, { 'Content-Type': 'text/javascript' }))
    .post('/runs/:workflowRunId/capture', async (c) => {
      const picture = new Uint8Array(await c.req.arrayBuffer())
      const workflowRunId = c.req.param('workflowRunId')
      const challenge = entrust.challenges.find((each) => each.workflowRunId === workflowRunId)
      const isOpen = challenge && !challenge.isCancelled && challenge.expires > entrust.kit.clock.now()
      if (!isOpen || c.req.header('authorization') !== `Bearer ${challenge.sdkToken}`) {
        throw new EntrustError(401, 'expired_token')
      }
      if (judgePicture(picture) !== undefined) throw new EntrustError(422, 'invalid_capture')
      const verdict = entrust.kit.verdicts.take(workflowRunId, challenge.userId)
      if (verdict?.sdk_error !== undefined) return c.json({ error: verdict.sdk_error })
      challenge.outcome = await judge(entrust, challenge, picture, verdict)
      const user = entrust.users.get(challenge.userId)
      if (user) noteTry(user, challenge.outcome?.isCompleted === true, entrust.kit.clock.now())
      return c.json({})
    })

const judge = async (
  { kit, faces }: Entrust,
  { faceId }: Challenge,
  picture: Uint8Array,
  verdict: ReturnType<Entrust['kit']['verdicts']['take']>,
): Promise<Challenge['outcome']> => {
  const { status, error_code: errorCode, authentication_completed: isCompleted } = verdict ?? {}
  if (errorCode !== undefined) return { status: null, isCompleted: false, errorCode }
  if (status !== undefined) return { status, isCompleted: isCompleted ?? status === 'CONFIRM' }
  const reference = faces.get(faceId)?.picture
  const compared = reference && (await kit.faces.compare(reference, picture))
  const isSame = compared?.kind === 'compared' && compared.matchLevel >= MATCH_LEVEL
  return { status: isSame ? 'CONFIRM' : 'CONCERN', isCompleted: isCompleted ?? isSame }
}
