import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ARCFACE_CHIP, alignFace, DLIB_CHIP, type FaceChip } from '../face-chip.ts'
import { sampleChip } from '../sample-chip.ts'
import { arrange } from './arrange-input.ts'
import { finishTemplate } from './finish-template.ts'
import type { RecognitionDefinition } from './recognition-definition.ts'

/** Where the network wants eyes, nose and mouth, by the names that manifests use. */
const CHIPS: Readonly<Record<'arcface' | 'dlib', FaceChip>> = { arcface: ARCFACE_CHIP, dlib: DLIB_CHIP }

const MAX_MANIFEST_BYTES = 1_000_000
const MIN_SIDE = 32
const MAX_SIDE = 512
const MIN_DIMENSIONS = 16
/** Of what the index for 1:N can hold: an HNSW graph of pgvector takes 2000 numbers. */
const MAX_DIMENSIONS = 2000
const LEVELS = 5
/** Two templates of length 1 are never farther apart. */
const MAX_DISTANCE = 2
const HASH_DIGITS = 8

const rate = z.number().gt(0).max(1)
const perLevel = <Value extends z.ZodType>(value: Value) => z.array(value).length(LEVELS)
const isFalling = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0))

const manifestSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, 'wants a-z, 0-9, . and -, at most 40'),
    file: z.string().min(1),
    alignment: z.enum(['arcface', 'dlib']).default('arcface'),
    input: z.strictObject({
      side: z.int().min(MIN_SIDE).max(MAX_SIDE).default(112),
      layout: z.enum(['nchw', 'nhwc']),
      channels: z.enum(['rgb', 'bgr']),
      mean: z.tuple([z.number(), z.number(), z.number()]),
      divisor: z.number().gt(0),
    }),
    dimensions: z.int().min(MIN_DIMENSIONS).max(MAX_DIMENSIONS),
    mirror: z.boolean().default(false),
    centre: z.array(z.number()).optional(),
    levels: perLevel(z.number().gt(0).max(MAX_DISTANCE)).refine(isFalling, 'want to fall from level 1 to 5'),
    level_false_match_rates: perLevel(rate.nullable()).default(() => Array(LEVELS).fill(null)),
    gates: z
      .strictObject({
        min_inter_eye_distance: z.number().min(20).max(200).default(40),
        max_turn: z.number().gt(0).max(1).default(0.5),
        min_sharpness: z.number().min(0).max(100).default(2),
        min_norm: z.number().min(0).default(0),
        clear_norm: z.number().min(0).default(0),
      })
      .prefault({}),
  })
  .refine(({ centre, dimensions }) => centre === undefined || centre.length === dimensions, {
    path: ['centre'],
    error: 'wants as many numbers as dimensions',
  })

/** A recogniser of the operator's own: an ONNX file, and what its manifest says of it. */
export interface OwnModel {
  readonly manifest: z.infer<typeof manifestSchema>
  /** Absolute path of the ONNX file. */
  readonly file: string
  /** Of the ONNX file, in hexadecimal: workers refuse another one. */
  readonly sha256: string
}

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const describeIssues = (error: z.ZodError): string =>
  error.issues.map(({ path: at, message }) => `${at.join('.') || 'the manifest'}: ${message}`).join('; ')

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error('is no JSON', { cause })
  }
}

/**
 * Reads a manifest and the network that it names, which lies beside it or at an absolute path; the shape of a manifest
 * is in docs/operations.md. @throws Error with a sentence that says what is wrong with which field
 */
export const readOwnModel = async (manifestFile: string): Promise<OwnModel> => {
  const text = await readFile(manifestFile, 'utf8')
  if (text.length > MAX_MANIFEST_BYTES) throw new Error(`is larger than ${MAX_MANIFEST_BYTES} bytes`)
  const parsed = manifestSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new Error(describeIssues(parsed.error))
  const file = path.resolve(path.dirname(manifestFile), parsed.data.file)
  return { manifest: parsed.data, file, sha256: hashOf(await readFile(file)) }
}

/** What the manifest says, as the engine works with it. */
export const toOwnDefinition = ({ manifest, file, sha256 }: OwnModel): RecognitionDefinition => {
  const { name, alignment, input, dimensions, mirror, levels, gates } = manifest
  const { side, layout, channels, mean, divisor } = input
  const chip = scaleChip(CHIPS[alignment], side)
  const centre = manifest.centre === undefined ? null : Float32Array.from(manifest.centre)
  // Whatever changes the numbers of a template changes the pipeline's id; levels and gates do not.
  const pipeline = hashOf(JSON.stringify({ alignment, input, mirror, centre: manifest.centre }))
  const rows = new Float32Array(side * side * 3)
  const sampling = { size: side, mean, divisor }
  return {
    modelId: `${name}-${sha256.slice(0, HASH_DIGITS)}/${dimensions}`,
    pipelineId: `${alignment}-chip-${side}+${pipeline.slice(0, HASH_DIGITS)}`,
    network: { file, sha256 },
    dimensions,
    isUnit: true,
    levels,
    levelFalseMatchRates: manifest.level_false_match_rates,
    gates: {
      minInterEyeDistance: gates.min_inter_eye_distance,
      maxTurn: gates.max_turn,
      minSharpness: gates.min_sharpness,
      minNorm: gates.min_norm,
      clearNorm: gates.clear_norm,
    },
    inputShape: layout === 'nchw' ? [1, 3, side, side] : [1, side, side, 3],
    usesMirror: mirror,
    align: ({ pixels, landmarks }, isMirrored, filled) => {
      sampleChip(pixels, alignFace(landmarks, chip), { ...sampling, mirror: isMirrored }, rows)
      arrange(rows, { layout, channels }, filled)
    },
    finish: (answers) => finishTemplate(answers, { isUnit: true, centre }),
  }
}

const scaleChip = ({ size, points }: FaceChip, side: number): FaceChip => ({
  size: side,
  points: points.map(({ x, y }) => ({ x: (x * side) / size, y: (y * side) / size })),
})
