/** The last part of an entry of `error_codes` (`redirect_url__required`): what is wrong with that field, and what to do. */
export const ERROR_DETAILS = {
  required: ['The field is missing.', 'Send it.'],
  unknown: ['There is no such field or value.', 'Check the spelling against the reference, or leave it out.'],
  invalid_type: ['The value is of another type.', 'Send the type that the reference names.'],
  invalid_format: ['The value has the right type and the wrong form.', 'Send it as the reference shows it.'],
  too_long: ['The value is longer or larger than the field takes.', 'Shorten it.'],
  too_short: ['The value is shorter or smaller than the field takes.', 'Send more.'],
  conflict: ['Two fields were sent of which only one may be.', 'Leave one of them out.'],
  not_found: ['The id names nothing of yours.', 'Send the id of something that exists.'],
  not_allowed: [
    'The value is not on the list that the user journey allows.',
    'Add it to the journey, or send another.',
  ],
  reserved_parameter: [
    'The query of the address has a parameter named id, event or response_code, which are added to it.',
    'Give yours another name.',
  ],
  not_approved: ['The attempt was not approved.', 'Name an approved one.'],
  not_enabled: ['The user journey has not turned that on.', 'Turn it on, or name another journey.'],
  not_available: [
    'This installation cannot do that.',
    'See what the sentence in `message` asks of its operator.',
  ],
  not_supported: [
    'The provider of that user journey cannot do that.',
    'Name a journey with another provider.',
  ],
  not_supported_by_provider: [
    'The provider cannot do that.',
    'Leave the field out, or choose another provider.',
  ],
  enrolment_not_supported: [
    'The provider of that user journey enrols no face by a link.',
    'Name a journey with another provider, or upload a picture.',
  ],
  match_not_supported: [
    'The provider of that user journey compares no two pictures.',
    'Name another journey.',
  ],
  search_not_supported: ['The provider of that user journey searches no faces.', 'Name another journey.'],
  upload_not_supported: [
    'That provider takes no uploaded picture.',
    'Enrol the face as docs/providers.md says.',
  ],
  vendor_reference_not_supported: [
    'That provider has no references of its own.',
    'Send a picture or the id of an attempt.',
  ],
  refused: ['The vendor refused what was sent.', 'Correct it by what the vendor documents.'],
  credentials_refused: ["The vendor refuses the journey's credentials.", 'Correct provider_settings.'],
  permission_missing: [
    "The journey's credentials lack a permission at the vendor.",
    'Give it to them there.',
  ],
  face_not_found: ['The vendor no longer has that face.', 'Delete it here, and enrol anew.'],
  status_conflict: ["The face's status at the vendor does not allow it.", 'Read the face first.'],
  origin_not_allowed: [
    "The operator lets no vendor's script come from there.",
    'Name an origin of VENDOR_SCRIPT_ORIGINS, or ask the operator.',
  ],
  in_the_past: ['The time is over.', 'Send one that lies ahead.'],
  contrast_too_low: [
    'Many people could not read text of that colour on that ground.',
    'Widen the contrast to 4.5 : 1.',
  ],
  https_required: ['The address is not one of https.', 'Send an https address.'],
  address_refused: [
    'The address leads into a private network.',
    'Send one that the public internet reaches.',
  ],
  unresolvable: ['No name server knows the address.', 'Check the host name.'],
  picture_gone: ['The picture of that attempt was erased.', 'Send a picture, or name a newer attempt.'],
  no_face: ['There is no face in the picture.', 'Send one that shows a face from the front.'],
  several_faces: ['There is more than one face in the picture.', 'Send one of a single person.'],
  face_too_small: ['The face takes too little of the picture.', 'Crop closer, or take a larger picture.'],
  face_turned: ['The face looks to the side.', 'Send one that looks into the camera.'],
  face_blurry: ['The face is out of focus or moved.', 'Send a sharper picture.'],
  too_many_pixels: [
    'The header of the picture declares more than 40 million pixels.',
    'Send a smaller picture.',
  ],
  side_too_long: ['The picture is wider or higher than 16 384 pixels.', 'Send a smaller picture.'],
  too_many_scans: ['The JPEG is written in more than 100 passes.', 'Save it anew as an ordinary JPEG.'],
  too_costly: ['Decoding the picture took too long.', 'Save it anew as an ordinary JPEG.'],
  animated: ['The file holds more than one picture.', 'Send a single still picture.'],
  truncated: ['The end of the file is missing.', 'Send the whole file again.'],
  not_accepted: [
    'The vendor found no usable face in one of the pictures.',
    'Send one that shows a face from the front.',
  ],
  unreadable: ['The file is damaged, or no picture after all.', 'Send the whole file again.'],
} as const satisfies Record<string, readonly [meaning: string, remedy: string]>

export type ErrorDetail = keyof typeof ERROR_DETAILS

/** Why a picture cannot be used, as the face engine and the vendors' adapters have it. */
export type PictureReason =
  | ErrorDetail
  | `image_${ErrorDetail}`
  | 'image_too_large'
  | 'image_type_unsupported'

/** Checkout grammar: `{attribute}__{error}` or `{object}__{attribute}__{error}`. */
export type FieldError = `${string}__${ErrorDetail}`

export const toFieldError = (path: readonly PropertyKey[], error: ErrorDetail): FieldError =>
  // The compiler cannot join: the path comes first, the word last.
  [...path.map(String), error].join('__') as FieldError

/** For a list of mistakes. */
export const fieldErrorIf = (isWrong: boolean, error: FieldError): FieldError[] => (isWrong ? [error] : [])
