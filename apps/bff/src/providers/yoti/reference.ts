/** A face of theirs, as our references name it. */
export interface FaceReference {
  applicantId: string
  /** Where the applicant was there before the face: then only the face is ours to delete. */
  faceId?: string
}

/** `{applicant id}#{face id}`; the applicant's id alone where we made the applicant for the face. */
export const toReference = ({ applicantId, faceId }: FaceReference): string =>
  faceId === undefined ? applicantId : `${applicantId}#${faceId}`

export const parseReference = (text: string): FaceReference => {
  const [applicantId = '', faceId] = text.split('#')
  return faceId === undefined ? { applicantId } : { applicantId, faceId }
}
