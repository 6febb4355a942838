/** What a verified picture does to a link. */
export type Verdict = 'matched' | 'mismatched' | 'enrolled' | 'sent_to_review'

/** What the picture of a link is for: it is compared, or it becomes the reference. */
export type Purpose = 'authentication' | 'enrolment'
