/** Codes and messages of the vendor's specification, with their status. */
const ERRORS = {
  PAYLOAD_VALIDATION: [400, 'There were errors validating the payload'],
  MALFORMED_REQUEST: [400, 'There were errors validating the request'],
  MESSAGE_SIGNING: [401, 'The message was not signed correctly'],
  BAD_SDK_ID: [401, 'Cannot authorize your request for the session with the given sdkId'],
  BAD_TOKEN: [401, 'Cannot authorize your request for the session with the given token'],
  APP_NOT_FOUND: [404, 'The referenced application does not exist'],
  SESSION_NOT_FOUND: [404, 'No session found matching the sessionId provided'],
  MEDIA_CONTENT_NOT_FOUND: [404, 'No media content found matching the id provided'],
  SESSION_NOT_READY: [
    409,
    'Cannot begin this session until integrator provides all required resources (Face Capture)',
  ],
  SESSION_EXPIRED: [409, 'The session has expired'],
  SESSION_LOCKED: [409, 'The session is locked or completed'],
} as const satisfies Record<string, readonly [number, string]>
export type YotiErrorCode = keyof typeof ERRORS

interface YotiProblem {
  property: string
  message: string
}

/** An answer that is no success. */
export class YotiError extends Error {
  readonly status: number
  readonly body: { code?: string; message: string; errors?: readonly YotiProblem[] }

  /** @param code without one for an answer whose code the vendor does not publish: only its status is certain */
  constructor(code: YotiErrorCode | { unpublished: 404 | 422 }, errors?: readonly YotiProblem[]) {
    const [status, message] = typeof code === 'string' ? ERRORS[code] : [code.unpublished, 'refused']
    super(message)
    this.status = status
    this.body = { ...(typeof code === 'string' ? { code } : {}), message, ...(errors ? { errors } : {}) }
  }
}
