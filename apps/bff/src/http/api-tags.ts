/** The chapters of the API document, in its order. */
export const TAGS = {
  Applicants: 'The people you authenticate.',
  Faces: 'References to compare with: uploaded, captured, or kept by a provider.',
  'Matches and 1:N': 'Two pictures compared, and one looked for among many.',
  'Face authentications': 'Is it still the same person? The only place a decision is read.',
  Access: 'Journeys, keys and tokens.',
  Webhooks: 'What happened, sent to you, and the log of it.',
  Capture: "What the capture page calls with a link's token. For the page that comes with this server.",
  Console:
    'What the pages of the console call, with the cookie of a session. For the pages that come with this server.',
  Operations: 'Health and this document.',
} as const
export type Tag = keyof typeof TAGS
