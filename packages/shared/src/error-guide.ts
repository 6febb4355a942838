/** What every code means and what to do about it: the text of `docs/api-errors.md` and of the page at `/docs/errors`. */
import type * as z from 'zod'
import type { tokenErrorSchema } from './access-answers.ts'
import { ERROR_DETAILS } from './error-details.ts'
import { ERRORS, type ErrorCode, toErrorAnchor } from './errors.ts'
import { RESPONSE_CODE_MEANINGS } from './response-code-guide.ts'
import { RESPONSE_CODES, type ResponseCode } from './response-codes.ts'

/** When it is answered. What to do is the error's own sentence. */
const ERROR_MEANINGS: Record<ErrorCode, string> = {
  REQUEST_MALFORMED: 'The body could not be read as what its Content-Type says.',
  JSON_TOO_DEEP: 'The body has lists or objects within one another, deeper than anything here needs.',
  PICTURE_QUALITY_INVALID:
    'The header with the quality that the device measured is not what RFC 9651 calls a dictionary.',
  PICTURE_SOURCE_INVALID: 'The header that says where the picture came from holds another word.',
  API_KEY_INVALID:
    'There is no Authorization header, or its key or token is unknown, revoked or has run out.',
  CAPTURE_TOKEN_INVALID:
    'The token of the link is unknown, was replaced by a newer link, or was handed to another device.',
  PROOF_INVALID:
    'The DPoP header is no proof of this request by the key that it names, was used before, or its nonce is over or missing.',
  CONSOLE_SIGN_IN_NEEDED: 'There is no session cookie of the console, or its session has ended.',
  PASSKEY_REFUSED: 'The passkey is unknown here, or what it signed is not what was asked for.',
  SIGN_ON_REFUSED:
    'The sign-in provider vouched for nobody who is invited here, or the sign-in was begun elsewhere; the log says which.',
  CONSOLE_PASSKEY_NEEDED:
    'Pictures, erasures, keys and who may sign in are for whoever has just shown who they are; the last time was more than 5 minutes ago.',
  CONSOLE_SIGN_ON_NEEDED: 'As CONSOLE_PASSKEY_NEEDED, for a console user who has no passkey.',
  PICTURE_ACCESS_NEEDED:
    'The partner wants two people for a look at a picture, and nobody has allowed this user one that is good now.',
  PICTURE_REQUEST_OWN: 'A console user answered the request that they made themselves.',
  CONSOLE_ROLE_MISSING: 'The console user is signed in, but not for this: viewers see no pictures.',
  ORIGIN_REFUSED:
    'A page of another site asked for something that only the pages of this server may ask for.',
  PHOTO_NOT_ALLOWED: 'A page sent a file on a user journey whose `photo_upload` is `never`.',
  SEARCH_NOT_ENABLED: 'The tenant, or the user journey named, has face search turned off.',
  ASSET_URL_INVALID: 'The signature of a picture address is wrong, or its time is over.',
  SCOPE_MISSING: 'The key or token is good, but not for this; WWW-Authenticate names the scope that is.',
  NETWORK_NOT_ALLOWED: 'The key is good, but the address that it came from is in none of its networks.',
  CONSOLE_INVITE_INVALID: 'The token of an invitation is unknown, was used, or is older than 24 hours.',
  HANDOFF_INVALID: 'The QR code or the digits of a hand-off were used, replaced or have run out.',
  NOT_FOUND: 'Nothing of yours has that id, or no endpoint has that path and method.',
  ATTEMPT_NOT_ALLOWED: 'A new attempt was asked for while a picture is being compared, or after the end.',
  ATTEMPT_CLOSED: 'Something was sent to an attempt that is decided, replaced, expired or ended.',
  LINK_IN_USE:
    'The link belongs to the browser that opened it first, and the request brings no proof by the key of that one.',
  LIVENESS_UNAVAILABLE:
    'The user journey asks for a liveness check that neither its provider nor this server makes.',
  CHALLENGE_REQUIRED:
    'A picture came before the turns of the head that the user journey asks for, or too long after them.',
  CHALLENGE_OVER:
    'Frames came for a step that is not the present one: it is late, early, done, replaced, or of another link.',
  HANDOFF_UNAVAILABLE: 'This capture is bound to its device, as captures at some vendors are.',
  CONSENT_REQUIRED: 'A picture came before the person agreed.',
  REFERENCE_MISSING: 'The applicant has no face that could be compared with.',
  APPLICANT_ANONYMIZED: 'The applicant was erased; nothing can be added any more.',
  FACE_LIMIT_REACHED: 'Each selfie is compared with all faces of an applicant, so there may be ten of them.',
  WEBHOOK_ENDPOINT_LIMIT_REACHED:
    'A tenant may have a limited number of webhook endpoints, and all of them are there.',
  VENDOR_ACCESS_REFUSED: 'The vendor that keeps the face answered 401 or 403 to the server.',
  REVIEW_NOT_PENDING: 'The face authentication, or the face, waits for nobody to review it.',
  REVIEW_SECOND_PERSON_NEEDED:
    'The user journey has `review_four_eyes`, and a key, or a user who has reviewed it before, wanted to.',
  CONSOLE_ADMIN_EXISTS: 'An operator wanted to invite an admin to a tenant that has one.',
  CONSOLE_TENANT_CHANGED:
    'The request named another tenant than the one that the session is in, by the header Visavis-Tenant.',
  PICTURE_REQUEST_CLOSED: 'Another console user was faster, or nobody answered within a day.',
  CONSOLE_LAST_ADMIN: 'The console user who was to be removed is the only admin of the tenant.',
  CONSOLE_OWN_ROLE: 'An admin wanted to change the role of the user that they are signed in as.',
  FACE_STATUS_CONFLICT: 'The change asked for does not follow from the status that the face has.',
  IDEMPOTENCY_KEY_IN_USE: 'A request with the same Idempotency-Key has not been answered yet.',
  UPLOAD_REPLACED: 'Two pictures of one attempt were under way; the newer one counts.',
  APPLICANT_LOCKED: 'So many faces did not match the applicant that the user journey locks them for a while.',
  APPLICANT_DELAYED:
    'Faces did not match the applicant a moment ago; each time, the next try has to wait longer.',
  BODY_TOO_LARGE: 'The body is larger than this endpoint takes.',
  IMAGE_TOO_LARGE: 'The picture is larger than 5 MB, after base64 is decoded.',
  IMAGE_TYPE_UNSUPPORTED:
    'The first bytes are neither those of a JPEG nor of a PNG; names and headers are not asked.',
  CONTENT_TYPE_UNSUPPORTED: 'The Content-Type is none that this endpoint takes.',
  CONTENT_ENCODING_UNSUPPORTED: 'The body is compressed; no endpoint takes compressed bodies.',
  REQUEST_INVALID: 'The request was read, but some of it is missing or wrong.',
  CHALLENGE_FRAMES_INVALID:
    'The frames of a turn are too few, too many, too large, no JPEG, or their offsets do not fit the step.',
  IMAGE_REFUSED: 'The picture was read, but no face in it can be compared.',
  HANDOFF_NUMBER_WRONG: 'The number typed on the second device is not the one the first one shows.',
  MAIL_NOT_CONFIGURED: 'An e-mail was asked for, and this installation has no mail server.',
  IDEMPOTENCY_KEY_REUSED: 'The same Idempotency-Key came with another path or body before.',
  RATE_LIMITED: 'More requests came than a key, a link or an address may send in a minute.',
  EXPORT_LIMIT_REACHED: 'Lists are being sent to you as files, as many as may be at once.',
  INTERNAL_ERROR: 'A fault of this server. Its log has the cause under the request id.',
  SEARCH_NOT_AVAILABLE: 'Face search needs an extension that the database of this installation lacks.',
  PROVIDER_UNAVAILABLE: 'The engine or the vendor that compares the faces did not answer as it should.',
  SIGN_ON_UNAVAILABLE:
    'The sign-in provider cannot be reached, or takes this server for nobody it knows: CONSOLE_OIDC_…',
  MAIL_UNAVAILABLE: 'The mail server did not take the e-mail.',
}

type TokenError = z.infer<typeof tokenErrorSchema>['error']

/** RFC 6749 §5.2. */
const TOKEN_ERROR_MEANINGS = {
  invalid_request: [
    'A parameter is missing, comes twice, or contradicts another.',
    'Send grant_type, client_id and client_secret once each, as a form or with HTTP Basic.',
  ],
  invalid_client: ['The client id or the client secret is wrong.', 'Correct them, or create a new client.'],
  unsupported_grant_type: ['The grant type is another one.', 'Send client_credentials.'],
  invalid_scope: [
    'A scope is unknown, or more than this client may have.',
    'Ask for less, or leave scope out.',
  ],
} as const satisfies Record<TokenError, readonly [meaning: string, remedy: string]>

interface GuideSection {
  title: string
  /** What its codes are and where they stand. */
  intro: string
  entries: readonly { anchor: string; name: string; status?: number; meaning: string; remedy: string }[]
}

const toEntries = (meanings: Readonly<Record<string, readonly [meaning: string, remedy: string]>>) =>
  Object.entries(meanings).map(([name, [meaning, remedy]]) => ({ anchor: name, name, meaning, remedy }))

/** All of it, in the order of the page. */
export const ERROR_GUIDE: readonly GuideSection[] = [
  {
    title: 'Errors',
    intro:
      'The partner API has the code in lower case in error_codes, the capture API in upper case in code; doc_url of both leads here. Where error_codes names fields, the second table explains their endings.',
    entries: (Object.keys(ERRORS) as ErrorCode[]).map((code) => ({
      anchor: toErrorAnchor(code),
      name: code,
      status: ERRORS[code][0],
      meaning: ERROR_MEANINGS[code],
      remedy: ERRORS[code][3],
    })),
  },
  {
    title: 'Fields',
    intro: 'How an entry of error_codes ends that names a field: redirect_url__required.',
    entries: toEntries(ERROR_DETAILS).map((entry) => ({ ...entry, anchor: `field-${entry.name}` })),
  },
  {
    title: 'Tokens',
    intro: 'error of POST /connect/token, whose bodies are those of RFC 6749; error_uri leads here.',
    entries: toEntries(TOKEN_ERROR_MEANINGS),
  },
  {
    title: 'Response codes',
    intro:
      'response_codes of a face authentication, an attempt or an enrolment: why its status is what it is. 10 approved, 61 to be tried again, 62 declined, 63 refused by the person, 64 ended by you. No errors: decide on status.',
    entries: toEntries(
      Object.fromEntries(
        Object.entries(RESPONSE_CODES).map(([code, summary]) => [
          `${code} ${summary}`,
          RESPONSE_CODE_MEANINGS[Number(code) as ResponseCode],
        ]),
      ),
    ).map((entry) => ({ ...entry, anchor: entry.name.slice(0, 5) })),
  },
]
