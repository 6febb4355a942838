import type { Yoti, YotiSession } from './model.ts'
import type { Notifications, Topic } from './wire.ts'

/** Tells the integrator that something happened, if they asked for that topic; never what came of it. */
export const notify = (
  { kit }: Yoti,
  { id, spec }: YotiSession,
  topic: Topic,
  subject: { resource_id?: string; check_id?: string } = {},
): void => {
  const { notifications } = spec
  if (!notifications?.topics.includes(topic)) return
  kit.webhooks.send({
    url: notifications.endpoint,
    headers: toHeaders(notifications),
    body: JSON.stringify({ session_id: id, topic: topic.toLowerCase(), ...subject }),
  })
}

const toHeaders = ({ auth_type: type, auth_token: token }: Notifications): Record<string, string> => {
  if (token === undefined) return {}
  const proof = type === 'BEARER' ? `Bearer ${token}` : `Basic ${Buffer.from(token).toString('base64')}`
  return { Authorization: proof }
}
