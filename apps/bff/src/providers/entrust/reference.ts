/**
 * What we call a face of the vendor: `{user id}#{face id}`, since it is managed by the one and challenged by the other.
 * The user alone is enough to authenticate.
 */
export interface FaceReference {
  userId: string
  faceId: string | undefined
}

export const toReference = (userId: string, faceId: string): string => `${userId}#${faceId}`

export const parseReference = (text: string): FaceReference => {
  const at = text.lastIndexOf('#')
  return at === -1
    ? { userId: text, faceId: undefined }
    : { userId: text.slice(0, at), faceId: text.slice(at + 1) }
}
