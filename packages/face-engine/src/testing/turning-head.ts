/** Meshes of the canonical head, turned by code and seen through a pinhole camera. */
import { canonicalPoint, MESH_POINTS } from '../liveness/head-points.ts'
import { measurePose } from '../liveness/head-pose.ts'
import type { FaceObservation, HeadPose, TimedObservation } from '../liveness/types.ts'
import { MOBILEFACENET } from '../recognition/mobilefacenet.ts'

const RADIANS = Math.PI / 180
const PICTURE = { width: 480, height: 640 } as const
/** Centimetres from the camera, and pixels a centimetre at one centimetre from it. */
const DISTANCE = 50
const FOCAL = 700

/** Where the 468 points are seen of a head held like that. */
export const meshAt = ({ yaw = 0, pitch = 0, roll = 0 }: Partial<HeadPose>): Float32Array => {
  const turn = (a: number, b: number, degrees: number) => {
    const [cos, sin] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
    return [a * cos + b * sin, b * cos - a * sin] as const
  }
  const mesh = new Float32Array(3 * MESH_POINTS)
  for (let point = 0; point < MESH_POINTS; point += 1) {
    const [x, y, z] = canonicalPoint(point)
    const [risen, near] = turn(y, z, pitch)
    const [aside, ahead] = turn(x, near, yaw)
    const [right, up] = turn(aside, risen, roll)
    const scale = FOCAL / (DISTANCE - ahead)
    mesh.set(
      [PICTURE.width / 2 + right * scale, PICTURE.height / 2 - up * scale, (-ahead * FOCAL) / DISTANCE],
      3 * point,
    )
  }
  return mesh
}

/** A template as far from that of person 0 as two people of one look are, or farther. */
const templateOf = (person: number): Float32Array =>
  Float32Array.from({ length: MOBILEFACENET.dimensions }, (_, index) => (index === person ? 1 : 0))

/** What the engine would say of a picture with that mesh. */
export const observationOf = (
  mesh: Float32Array,
  change: Partial<FaceObservation> = {},
): FaceObservation => ({
  ...PICTURE,
  mesh,
  pose: measurePose(mesh),
  template: { modelId: MOBILEFACENET.modelId, pipelineId: MOBILEFACENET.pipelineId, values: templateOf(0) },
  passiveScore: 0.9,
  moire: 2,
  light: { face: 120, around: 90 },
  ...change,
})

export const somebodyElse = (): Pick<FaceObservation, 'template'> => ({
  template: { modelId: MOBILEFACENET.modelId, pipelineId: MOBILEFACENET.pipelineId, values: templateOf(1) },
})

/** A head that is seen at these angles of yaw, one every so many milliseconds. */
export const turnThrough = (yaws: readonly number[], everyMs = 100): TimedObservation[] =>
  yaws.map((yaw, index) => ({ observation: observationOf(meshAt({ yaw })), at: index * everyMs }))
