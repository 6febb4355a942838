import type { Permission } from './model.ts'

/** What people do outside the two APIs, for tests without a browser. Each @throws Error when it is refused. */

const post = async <Answer>(url: string, body?: Uint8Array, headers: Record<string, string> = {}) => {
  const init = { method: 'POST', headers, ...(body ? { body: Uint8Array.from(body) } : {}) }
  const answer = await fetch(url, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${text}`)
  return (text === '' ? {} : JSON.parse(text)) as Answer
}

/** A user of the tenant; the API knows them by both names. */
export const addUser = (origin: string) => post<{ id: string; alias: string }>(`${origin}/portal/users`)

/** What the role of the Administration API's application may do from now on. */
export const setPermissions = async (origin: string, permissions: readonly Permission[]): Promise<void> => {
  await fetch(`${origin}/portal/role`, { method: 'PUT', body: JSON.stringify(permissions) })
}

/** A registration workflow at Onfido that took that face. */
export const register = (origin: string, face: Uint8Array) =>
  post<{ applicantId: string; workflowRunId: string }>(`${origin}/portal/registrations`, face)

/** The app on the person's phone. */
export const activateOnPhone = (origin: string, faceId: string, face: Uint8Array) =>
  post<object>(`${origin}/portal/activate/${faceId}`, face)

/** What the script does with a picture. @returns the error it ends with, if it does */
export const capture = (
  origin: string,
  { token, workflowRunId }: { token: string; workflowRunId: string },
  picture: Uint8Array,
) =>
  post<{ error?: string }>(`${origin}/sdk/runs/${workflowRunId}/capture`, picture, {
    Authorization: `Bearer ${token}`,
  })
