import { zipSync } from 'fflate'
import { extendTflite } from './extend-tflite.ts'
import { openPackedAssets } from './packed-assets.ts'

/** 478 points × (x, y, z): what FaceLandmarker expects of the mesh. */
const MESH_VALUES = 478 * 3

/** ZIP stores local time: a date made from local fields gives the same bytes in every time zone. */
const fixedTime = () => new Date(2000, 0, 1)

/**
 * Builds `face_landmarker.task`, the ZIP of models that `FaceLandmarker` of `@mediapipe/tasks-vision` loads, from
 * the models inside `@mediapipe/face_mesh`. Tasks-vision ships none, and the older models lack two things:
 * TFLite metadata, and a mesh of 478 points (theirs has 468). Points 468–477, the irises, come out as zeros here:
 * never read them. Points 0–467 and the pose matrix are right.
 */
export const packFaceLandmarker = (packedAssets: Uint8Array, packedAssetsLoader: string): Uint8Array => {
  const assetNamed = openPackedAssets(packedAssets, packedAssetsLoader)
  return zipSync(
    {
      'face_detector.tflite': extendTflite(assetNamed('face_detection_short_range.tflite'), {
        normalization: { mean: 127.5, std: 127.5 },
      }),
      'face_landmarks_detector.tflite': extendTflite(assetNamed('face_landmark.tflite'), {
        normalization: { mean: 0, std: 255 },
        padFirstOutputTo: MESH_VALUES,
      }),
      'geometry_pipeline_metadata_landmarks.binarypb': assetNamed(
        'geometry_pipeline_metadata_landmarks.binarypb',
      ),
    },
    // Stored, not deflated: MediaPipe maps the models straight out of the archive.
    { level: 0, mtime: fixedTime() },
  )
}
