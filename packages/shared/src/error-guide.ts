/** What every code means and what to do about it: the text of `docs/api-errors.md` and of the page at `/docs/errors`. */
import type * as z from 'zod'
import type { tokenErrorSchema } from './access-answers.ts'
import { ERROR_DETAILS } from './error-details.ts'
import { ERRORS, type ErrorCode, toErrorAnchor } from './errors.ts'
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
  ORIGIN_REFUSED:
    'A page of another site asked for something that only the pages of this server may ask for.',
  PHOTO_NOT_ALLOWED: 'A page sent a file on a user journey whose `photo_upload` is `never`.',
  SEARCH_NOT_ENABLED: 'The tenant, or the user journey named, has face search turned off.',
  ASSET_URL_INVALID: 'The signature of a picture address is wrong, or its time is over.',
  SCOPE_MISSING: 'The key or token is good, but not for this; WWW-Authenticate names the scope that is.',
  NETWORK_NOT_ALLOWED: 'The key is good, but the address that it came from is in none of its networks.',
  HANDOFF_INVALID: 'The QR code or the digits of a hand-off were used, replaced or have run out.',
  NOT_FOUND: 'Nothing of yours has that id, or no endpoint has that path and method.',
  ATTEMPT_NOT_ALLOWED: 'A new attempt was asked for while a picture is being compared, or after the end.',
  ATTEMPT_CLOSED: 'Something was sent to an attempt that is decided, replaced, expired or ended.',
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
  INTERNAL_ERROR: 'A fault of this server. Its log has the cause under the request id.',
  SEARCH_NOT_AVAILABLE: 'Face search needs an extension that the database of this installation lacks.',
  PROVIDER_UNAVAILABLE: 'The engine or the vendor that compares the faces did not answer as it should.',
  MAIL_UNAVAILABLE: 'The mail server did not take the e-mail.',
}

/** What it says of the person or the picture, and what the partner does next. */
const RESPONSE_CODE_MEANINGS: Record<ResponseCode, readonly [meaning: string, remedy: string]> = {
  10000: ['The face is that of the applicant.', 'Let the person in.'],
  61101: ['The link was never opened.', 'Send a new link; ask whether the first one arrived.'],
  61111: ['The person said that this is no good moment.', 'Offer a new attempt later.'],
  61113: [
    'The person, or the browser by itself, refused the camera.',
    'Offer a new attempt and say how to allow it.',
  ],
  61121: ['The person left before the picture was taken.', 'Offer a new attempt.'],
  61201: ['The connection was too weak for the picture.', 'Offer a new attempt on another network.'],
  61202: [
    'The browser cannot do what the capture needs.',
    'Offer a new attempt in another browser or on a phone.',
  ],
  61203: ['The device has no camera.', 'Offer a new attempt on a phone.'],
  61401: ['The pictures were out of focus or moved.', 'Offer a new attempt.'],
  61402: ['There was too little or too much light.', 'Offer a new attempt in better light.'],
  61410: ['No usable face was in the pictures.', 'Offer a new attempt.'],
  61411: ['Something hid a part of the face.', 'Offer a new attempt without mask, sunglasses or hand.'],
  61412: ['The head was not turned as asked.', 'Offer a new attempt.'],
  61901: [
    'The check failed here or at the vendor.',
    'Offer a new attempt; if it happens again, see the log.',
  ],
  61911: ['What was captured could not be read.', 'Offer a new attempt.'],
  62305: [
    'No living person seems to have been in front of the camera.',
    'Do not let the person in; look at the case.',
  ],
  62306: ['The face seems to be altered or masked.', 'Do not let the person in; look at the case.'],
  62307: [
    'The picture seems to be made or changed by a program.',
    'Do not let the person in; look at the case.',
  ],
  62321: ['The face is not that of the applicant.', 'Do not let the person in; another attempt may follow.'],
  62402: ['The device looks like one that is used for fraud.', 'Do not let the person in; look at the case.'],
  62403: [
    'It is not clear that the person takes part by free will.',
    'Do not let the person in; look at the case.',
  ],
  62405: ['The face is known for fraud.', 'Do not let the person in; look at the case.'],
  62902: [
    'The picture is a copy of one that is already here: a reference, or an earlier capture.',
    'Do not let the person in; look at the case.',
  ],
  62901: [
    'Too many faces before this one did not match, and the applicant is locked.',
    'Do not let the person in; ask whether it is them before you unlock the applicant.',
  ],
  63001: ['The person does not agree to the face check.', 'Offer another way.'],
  64001: ['Your server ended the attempt.', 'Nothing; create a new one when it is wanted.'],
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
