/** Why a picture was refused: told by its bytes before any pixel was decoded, or too much work once it was. */
export type ImageRefusal =
  | 'image_too_large'
  | 'image_too_many_pixels'
  | 'image_side_too_long'
  | 'image_too_many_scans'
  | 'image_type_unsupported'
  | 'image_animated'
  | 'image_truncated'
  | 'image_too_costly'

/** Why no template could be made of a readable picture. */
export type FaceRefusal = 'no_face' | 'several_faces' | 'face_too_small' | 'face_turned' | 'face_blurry'

export interface FaceTemplate {
  /** Which model made it, out of what. Templates of different models or pipelines are never compared. */
  modelId: string
  pipelineId: string
  /** As many numbers as the model makes. */
  values: Float32Array
}

export type Refused =
  | { outcome: 'image_refused'; reason: ImageRefusal }
  | { outcome: 'face_refused'; reason: FaceRefusal }
