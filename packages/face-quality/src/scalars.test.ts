import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from './components.ts'
import { toScalar } from './scalars.ts'

const tablePath = process.env.OFIQ_RESULTS_CSV

/** Rows of OFIQ's published result table: one image each. */
const readTable = (path: string): Record<string, string>[] => {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const columns = header.split(';')
  return lines.map((line) => {
    const cells = line.split(';')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

describe('toScalar', () => {
  // Worked out by hand from the formulas; σ(0) = ½, σ(−2) = 0.1192, σ(2) = 0.8808.
  it.each<[ComponentName, number, number]>([
    ['UnifiedQualityScore', 23, 50],
    ['BackgroundUniformity', 10, 95],
    ['IlluminationUniformity', 1, 100],
    ['IlluminationUniformity', 0, 0],
    ['LuminanceMean', 0.2, 50],
    ['LuminanceMean', 0.5, 100],
    ['LuminanceVariance', 1 / 60, 100],
    ['LuminanceVariance', 0, 0],
    ['UnderExposurePrevention', 0, 100],
    ['UnderExposurePrevention', 0.92, 40],
    ['UnderExposurePrevention', 1, 0],
    ['OverExposurePrevention', 0, 100],
    ['OverExposurePrevention', 0.01, 50],
    ['OverExposurePrevention', 1, 1],
    ['DynamicRange', 4, 50],
    ['DynamicRange', 9, 100],
    ['Sharpness', -20, 44],
    ['CompressionArtifacts', 0.3308, 51],
    ['NaturalColour', 0, 100],
    ['NaturalColour', 20, 24],
    ['SingleFacePresent', 0.35, 65],
    ['EyesOpen', 0.04, 88],
    ['MouthClosed', 0.08, 88],
    ['EyesVisible', 1, 0],
    ['MouthOcclusionPrevention', 0.25, 75],
    ['FaceOcclusionPrevention', 0, 100],
    ['InterEyeDistance', 70, 50],
    ['InterEyeDistance', 90, 73],
    ['HeadSize', 0.45, 100],
    ['HeadSize', 0.35, 24],
    ['HeadSize', 0.55, 24],
    ['LeftwardCropOfTheFaceImage', 0.9, 50],
    ['RightwardCropOfTheFaceImage', 1.1, 88],
    ['MarginAboveOfTheFaceImage', 1.2, 12],
    ['MarginBelowOfTheFaceImage', 2, 88],
    ['HeadPoseYaw', 45, 50],
    ['HeadPosePitch', -30, 75],
    ['HeadPoseRoll', 120, 0],
    ['ExpressionNeutrality', -5000, 50],
    ['NoHeadCoverings', 0, 100],
    ['NoHeadCoverings', 0.95, 0],
  ])('maps %s %d to %d', (component, raw, scalar) => {
    expect(toScalar(component, raw)).toBe(scalar)
  })

  it('names the 28 components with the ids 0x41 to 0x5c, each once and in order', () => {
    expect(COMPONENT_NAMES.map((name) => COMPONENTS[name].isoId)).toEqual(
      Array.from({ length: 28 }, (_, index) => 0x41 + index),
    )
  })
})

if (tablePath && !existsSync(tablePath)) throw new Error('OFIQ_RESULTS_CSV points to no file')

describe.skipIf(!tablePath)(
  tablePath
    ? 'against OFIQ’s published table'
    : 'OFIQ’s published table: skipped, OFIQ_RESULTS_CSV is not set',
  () => {
    it.each(COMPONENT_NAMES)('%s: every scalar is exact', (component) => {
      const rows = readTable(tablePath ?? '')
      const published = rows.map((row) => [row.Filename, Number(row[`${component}.scalar`])])
      const ours = rows.map((row) => [row.Filename, toScalar(component, Number(row[component]))])
      expect(rows.length).toBeGreaterThanOrEqual(28)
      expect(published.every(([, scalar]) => Number.isFinite(scalar))).toBe(true)
      expect(ours).toEqual(published)
    })
  },
)
