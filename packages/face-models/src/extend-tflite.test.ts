import { unzipSync } from 'fflate'
import { ByteBuffer } from 'flatbuffers'
import { beforeAll, describe, expect, it } from 'vitest'
import { extendTflite } from './extend-tflite.ts'
import { createFlatBufferReader } from './flatbuffer-reader.ts'
import { packFaceLandmarker } from './pack-face-landmarker.ts'
import { openPackedAssets } from './packed-assets.ts'
import { readSourceFile, sha256Of } from './source-files.ts'
import { BUFFER, METADATA, MODEL, OPERATOR, SUBGRAPH, TENSOR } from './tflite-schema.ts'

const NO_TENSOR = -1
const EMPTY = new Uint8Array()

let assetNamed: (name: string) => Uint8Array
let archive: Record<string, Uint8Array>

beforeAll(async () => {
  const data = await readSourceFile('packedAssets')
  const loader = new TextDecoder().decode(await readSourceFile('packedAssetsLoader'))
  assetNamed = openPackedAssets(data, loader)
  archive = unzipSync(packFaceLandmarker(data, loader))
})

const modelNamed = (name: string): Uint8Array => {
  const model = archive[name]
  if (model === undefined) throw new Error(`no ${name} in the archive`)
  return model
}

const open = (model: Uint8Array) => {
  const reader = createFlatBufferReader(model)
  const [subgraph = 0] = reader.tablesOf(reader.follow(reader.root, MODEL.subgraphs))
  const tensors = reader.tablesOf(reader.follow(subgraph, SUBGRAPH.tensors))
  const buffers = reader.tablesOf(reader.follow(reader.root, MODEL.buffers))
  const positionOf = (buffer: number) => reader.follow(buffers[buffer] ?? 0, BUFFER.data)
  const bytesOf = (buffer: number) => {
    const vector = reader.follow(buffers[buffer] ?? 0, BUFFER.data)
    return vector === 0 ? null : model.subarray(vector + 4, vector + 4 + reader.vectorLength(vector))
  }
  return { reader, subgraph, tensors, buffers, positionOf, bytesOf }
}

const shapeOf = (model: Uint8Array, tensor: number): number[] => {
  const { reader, tensors } = open(model)
  return reader.int32sOf(reader.follow(tensors[tensor] ?? 0, TENSOR.shape))
}

const outputsOf = (model: Uint8Array): number[] => {
  const { reader, subgraph } = open(model)
  return reader.int32sOf(reader.follow(subgraph, SUBGRAPH.outputs))
}

describe('the packed archive', () => {
  it('holds the three files FaceLandmarker asks for, stored', () => {
    expect(Object.keys(archive)).toEqual([
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ])
  })

  it.each([
    ['face_detector.tflite', 'face_detection_short_range.tflite'],
    ['face_landmarks_detector.tflite', 'face_landmark.tflite'],
  ])('keeps every weight of %s, aligned as it was', (name, original) => {
    const before = open(assetNamed(original))
    const after = open(modelNamed(name))
    expect(before.buffers.length).toBeGreaterThan(10)
    before.buffers.forEach((_, index) => {
      expect(sha256Of(after.bytesOf(index) ?? EMPTY)).toBe(sha256Of(before.bytesOf(index) ?? EMPTY))
      expect(after.positionOf(index) % 64).toBe(before.positionOf(index) % 64)
    })
  })

  it.each([
    ['face_detector.tflite', 127.5, 127.5],
    ['face_landmarks_detector.tflite', 0, 255],
  ])('gives %s metadata with its normalization', (name, mean, std) => {
    const model = open(modelNamed(name))
    const [metadata = 0] = model.reader.tablesOf(model.reader.follow(model.reader.root, MODEL.metadata))
    const buffer = model.reader.int32At(model.reader.field(metadata, METADATA.buffer))
    const bytes = model.bytesOf(buffer) ?? new Uint8Array()
    expect(new ByteBuffer(bytes).getBufferIdentifier()).toBe('M001')

    // ModelMetadata.subgraph_metadata[0].input_tensor_metadata[0].process_units[0].options.{mean, std}
    const reader = createFlatBufferReader(bytes)
    const first = (table: number, field: number) => reader.tablesOf(reader.follow(table, field))[0] ?? 0
    const options = reader.follow(first(first(first(reader.root, 3), 2), 4), 1)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const floatOf = (field: number) => view.getFloat32(reader.follow(options, field) + 4, true)
    expect([floatOf(0), floatOf(1)]).toEqual([mean, std])
  })

  it('pads the mesh from 468 points to 478 by one more operator', () => {
    const before = assetNamed('face_landmark.tflite')
    const after = modelNamed('face_landmarks_detector.tflite')
    const [oldMesh = NO_TENSOR, oldScore] = outputsOf(before)
    const [mesh = NO_TENSOR, score] = outputsOf(after)
    expect(shapeOf(before, oldMesh)).toEqual([1, 1, 1, 468 * 3])
    expect(shapeOf(after, mesh)).toEqual([1, 1, 1, 478 * 3])
    expect(score).toBe(oldScore)

    const { reader, subgraph, tensors, bytesOf } = open(after)
    const operator = reader.tablesOf(reader.follow(subgraph, SUBGRAPH.operators)).at(-1) ?? 0
    const [input, paddings = NO_TENSOR] = reader.int32sOf(reader.follow(operator, OPERATOR.inputs))
    expect(input).toBe(oldMesh)
    const buffer = reader.int32At(reader.field(tensors[paddings] ?? 0, TENSOR.buffer))
    const data = bytesOf(buffer)?.slice()
    expect([...new Int32Array(data?.buffer ?? new ArrayBuffer(0))]).toEqual([0, 0, 0, 0, 0, 0, 0, 30])
  })
})

describe('extendTflite', () => {
  const normalization = { mean: 0, std: 1 }

  it('refuses to pad a model whose first output is not one row', () => {
    const detector = assetNamed('face_detection_short_range.tflite')
    expect(() => extendTflite(detector, { normalization, padFirstOutputTo: 9999 })).toThrow('[1, 1, 1, n]')
  })

  it('refuses to shorten an output', () => {
    const mesh = assetNamed('face_landmark.tflite')
    expect(() => extendTflite(mesh, { normalization, padFirstOutputTo: 1404 })).toThrow('1404 values to 1404')
  })
})

describe('openPackedAssets', () => {
  it('names a file that is not there', () => {
    expect(() => assetNamed('nothing.tflite')).toThrow('nothing.tflite')
  })

  it.each(['', '{"files": [{"filename": "a"}]}', '"files": [{}]'])('refuses the listing %j', (script) => {
    expect(() => openPackedAssets(new Uint8Array(), script)).toThrow('lists no files')
  })
})
