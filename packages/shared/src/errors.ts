import type { FieldError } from './error-details.ts'

/**
 * Every error either API can answer with: its HTTP status, the class the partner API reports as `error_type`,
 * whether the same request may succeed later, and a sentence that says what to do.
 */
export const ERRORS = {
  REQUEST_MALFORMED: [
    400,
    'request_invalid',
    false,
    'The body is not valid JSON. Check the syntax and send it again.',
  ],
  JSON_TOO_DEEP: [400, 'request_invalid', false, 'The body nests deeper than 64 levels. Send it flatter.'],
  PICTURE_QUALITY_INVALID: [
    400,
    'request_invalid',
    false,
    'Capture-Quality is a dictionary of known components, each from 0 to 100. Correct it or leave it out.',
  ],
  PICTURE_SOURCE_INVALID: [
    400,
    'request_invalid',
    false,
    'Capture-Source is camera or photo. Correct it or leave it out.',
  ],
  API_KEY_INVALID: [401, 'unauthorized', false, 'Send a valid secret key as "Authorization: Bearer sk_…".'],
  CAPTURE_TOKEN_INVALID: [401, 'unauthorized', false, 'This link is not valid. Ask for a new one.'],
  PROOF_INVALID: [
    401,
    'unauthorized',
    false,
    'Sign each request anew, for its method and address and with the nonce of the last DPoP-Nonce header.',
  ],
  CONSOLE_SIGN_IN_NEEDED: [
    401,
    'unauthorized',
    false,
    'Sign in to the console first. A session ends after 30 minutes without use, and after 12 hours.',
  ],
  PASSKEY_REFUSED: [
    401,
    'unauthorized',
    false,
    'This passkey opens nothing here. Use the one you registered, or ask for a new invitation.',
  ],
  SIGN_ON_REFUSED: [
    401,
    'unauthorized',
    false,
    'You could not be signed in this way. Begin again; if that does not help, ask an admin to invite you by the e-mail address that you have there.',
  ],
  CONSOLE_PASSKEY_NEEDED: [
    403,
    'forbidden',
    false,
    'Confirm with your passkey first, at POST /console/api/step-up. That counts for 5 minutes.',
  ],
  CONSOLE_SIGN_ON_NEEDED: [
    403,
    'forbidden',
    false,
    'Show your sign-in provider once more who you are, then try again. That counts for 5 minutes.',
  ],
  PICTURE_ACCESS_NEEDED: [
    403,
    'forbidden',
    false,
    'Pictures are for two people here: ask a colleague to allow this look.',
  ],
  PICTURE_REQUEST_OWN: [403, 'forbidden', false, 'Nobody allows a look of their own. A colleague has to.'],
  CONSOLE_ROLE_MISSING: [403, 'forbidden', false, 'Your role does not allow this. Ask an admin.'],
  ORIGIN_REFUSED: [403, 'forbidden', false, 'This address answers its own pages only.'],
  PHOTO_NOT_ALLOWED: [
    403,
    'forbidden',
    false,
    'This journey takes pictures from the camera only. Take one, or set photo_upload in the journey.',
  ],
  SEARCH_NOT_ENABLED: [403, 'forbidden', false, 'Turn on one_to_n in a user journey first.'],
  ASSET_URL_INVALID: [403, 'forbidden', false, 'This address is wrong or has run out. Read a fresh one.'],
  SCOPE_MISSING: [403, 'forbidden', false, 'This key or token lacks the scope that the request needs.'],
  NETWORK_NOT_ALLOWED: [
    403,
    'forbidden',
    false,
    'This key may not be used from this address. Use one of its allowed_networks, or another key.',
  ],
  CONSOLE_INVITE_INVALID: [
    404,
    'not_found',
    false,
    'This invitation was used or has run out. Ask for a new one.',
  ],
  HANDOFF_INVALID: [404, 'not_found', false, 'This code has run out. Scan the one that is shown now.'],
  NOT_FOUND: [404, 'not_found', false, 'There is nothing here under that id or path.'],
  ATTEMPT_NOT_ALLOWED: [
    409,
    'conflict',
    false,
    'The face authentication takes no new attempt in its present status.',
  ],
  ATTEMPT_CLOSED: [409, 'conflict', false, 'This attempt is over. Ask for a new link.'],
  LINK_IN_USE: [
    409,
    'conflict',
    false,
    'This link is open in another browser. Go on there, or ask for a new link.',
  ],
  LIVENESS_UNAVAILABLE: [
    409,
    'conflict',
    false,
    'The journey demands liveness and its provider, or this server, has none. Change one of the two.',
  ],
  CHALLENGE_REQUIRED: [
    409,
    'conflict',
    false,
    'The head is to be turned first: call POST /capture/challenge.',
  ],
  CHALLENGE_OVER: [
    409,
    'conflict',
    false,
    'This step is over or not dealt yet. Begin anew with POST /capture/challenge.',
  ],
  HANDOFF_UNAVAILABLE: [409, 'conflict', false, 'This capture cannot go on with another device.'],
  CONSENT_REQUIRED: [409, 'conflict', false, 'Consent comes first: call POST /capture/consent.'],
  REFERENCE_MISSING: [409, 'conflict', false, 'There is no enrolled face to compare with. Enrol one first.'],
  APPLICANT_ANONYMIZED: [409, 'conflict', false, 'This applicant was anonymized. Create a new one.'],
  FACE_LIMIT_REACHED: [409, 'conflict', false, 'This applicant has as many faces as fit. Delete one first.'],
  WEBHOOK_ENDPOINT_LIMIT_REACHED: [
    409,
    'conflict',
    false,
    'There are 20 webhook endpoints, as many as may be. Delete one first.',
  ],
  REVIEW_NOT_PENDING: [
    409,
    'conflict',
    false,
    'There is nothing to review: somebody else was faster, or it was never sent to review. Read it again.',
  ],
  REVIEW_SECOND_PERSON_NEEDED: [
    409,
    'conflict',
    false,
    'The journey asks for two people who agree. Another user of the console has to review it.',
  ],
  CONSOLE_ADMIN_EXISTS: [409, 'conflict', false, 'This tenant has an admin, who invites the others.'],
  CONSOLE_TENANT_CHANGED: [
    409,
    'conflict',
    false,
    'Another tenant was chosen in another window. Load the page again.',
  ],
  CONSOLE_LAST_ADMIN: [
    409,
    'conflict',
    false,
    'Somebody has to be admin here. Make somebody else one first.',
  ],
  PICTURE_REQUEST_CLOSED: [
    409,
    'conflict',
    false,
    'This request was answered already, or its time is over. Read the list again.',
  ],
  CONSOLE_OWN_ROLE: [409, 'conflict', false, 'Nobody changes their own role. Ask another admin.'],
  FACE_STATUS_CONFLICT: [409, 'conflict', false, 'The face cannot take that step in its present status.'],
  VENDOR_ACCESS_REFUSED: [
    409,
    'conflict',
    false,
    "The vendor refuses the journey's credentials, or they lack a permission. Correct provider_settings, or the vendor's side.",
  ],
  IDEMPOTENCY_KEY_IN_USE: [
    409,
    'conflict',
    true,
    'The first request with this Idempotency-Key still runs. Send it again in a moment.',
  ],
  UPLOAD_REPLACED: [409, 'conflict', false, 'A newer picture of this attempt took the place of this one.'],
  APPLICANT_LOCKED: [
    423,
    'locked',
    false,
    'This applicant is locked after too many declines. Wait as long as Retry-After says, or unlock them with DELETE /applicants/{id}/lockout.',
  ],
  APPLICANT_DELAYED: [
    429,
    'too_many_requests',
    true,
    'The last pictures of this applicant were declined. Wait as long as Retry-After says, then try again.',
  ],
  BODY_TOO_LARGE: [413, 'request_invalid', false, 'The body is too large.'],
  IMAGE_TOO_LARGE: [
    413,
    'request_invalid',
    false,
    'The picture is larger than 5 MB. Send a smaller JPEG or PNG.',
  ],
  IMAGE_TYPE_UNSUPPORTED: [
    415,
    'request_invalid',
    false,
    'Only JPEG and PNG pictures are taken, judged by their bytes.',
  ],
  CONTENT_TYPE_UNSUPPORTED: [415, 'request_invalid', false, 'Send application/json or multipart/form-data.'],
  CONTENT_ENCODING_UNSUPPORTED: [
    415,
    'request_invalid',
    false,
    'Send the body as it is, without Content-Encoding.',
  ],
  REQUEST_INVALID: [
    422,
    'request_invalid',
    false,
    'Some fields are missing or wrong; error_codes names them.',
  ],
  CHALLENGE_FRAMES_INVALID: [
    422,
    'request_invalid',
    false,
    'Send 5 to 8 JPEG frames of one turn, 640 pixels at most, with as many rising offsets.',
  ],
  IMAGE_REFUSED: [422, 'request_invalid', false, 'The picture cannot be used; error_codes says why.'],
  HANDOFF_NUMBER_WRONG: [
    422,
    'request_invalid',
    true,
    'That is not the number shown. Look at it again and type both digits.',
  ],
  MAIL_NOT_CONFIGURED: [
    422,
    'request_invalid',
    false,
    'This server sends no e-mail. Set SMTP_URL and MAIL_FROM.',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    422,
    'request_invalid',
    false,
    'This Idempotency-Key belongs to another request. Send a new key with a new request.',
  ],
  RATE_LIMITED: [
    429,
    'too_many_requests',
    true,
    'Too many requests. Wait as long as Retry-After says, then send it again.',
  ],
  EXPORT_LIMIT_REACHED: [
    429,
    'too_many_requests',
    true,
    'Two exports of yours are under way, as many as may be at once. Let one end, then ask again.',
  ],
  INTERNAL_ERROR: [500, 'internal_error', true, 'Something went wrong here. Try again.'],
  SEARCH_NOT_AVAILABLE: [
    501,
    'not_available',
    false,
    'This installation has no face search: its database needs pgvector 0.8 or later.',
  ],
  PROVIDER_UNAVAILABLE: [
    503,
    'provider_unavailable',
    true,
    'The face check is not available just now. Try again.',
  ],
  SIGN_ON_UNAVAILABLE: [
    503,
    'sign_on_unavailable',
    true,
    'The sign-in provider does not answer as it should. Try again, or sign in with a passkey.',
  ],
  MAIL_UNAVAILABLE: [
    503,
    'mail_unavailable',
    true,
    'The e-mail could not be handed over just now. Try again.',
  ],
} as const satisfies Record<
  string,
  readonly [status: number, type: string, retryable: boolean, message: string]
>

export type ErrorCode = keyof typeof ERRORS

export interface AppErrorOptions {
  cause?: unknown
  /** `redirect_url__required`; by default the code in lower case. */
  errorCodes?: readonly FieldError[]
  /** Answered as `Retry-After`, RFC 9110 §10.2.3. */
  retryAfterS?: number
}

/** The name of a code on the page that explains them all (`doc_url`). */
export const toErrorAnchor = (code: ErrorCode): string => code.toLowerCase()

/** The one exception the BFF throws on purpose; one handler turns it into either API's error body. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly status: (typeof ERRORS)[ErrorCode][0]
  readonly type: string
  readonly retryable: boolean
  readonly errorCodes: readonly string[]
  readonly retryAfterS: number | undefined

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    const [status, type, retryable, message] = ERRORS[code]
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = status
    this.type = type
    this.retryable = retryable
    this.errorCodes = options.errorCodes ?? [code.toLowerCase()]
    this.retryAfterS = options.retryAfterS
  }

  /** Where it is explained. @param docsUrl of the page with all of them */
  toDocUrl(docsUrl: string): string {
    return `${docsUrl}#${toErrorAnchor(this.code)}`
  }
}
