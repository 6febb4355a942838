import { describe, expect, it } from 'vitest'
import { assessFrame } from './assess-frame.ts'
import { evaluateGates, isCapturable } from './evaluate-gates.ts'
import { FAILURE_CODES } from './failure-codes.ts'
import type { FrameQuality } from './frame-types.ts'
import { GATE_NAMES, GATES } from './gates.ts'
import { parseGates } from './parse-gates.ts'
import { rawOf } from './results.ts'
import {
  FACE,
  makeCrop,
  makeFace,
  makeFrame,
  type Rgb,
  rotation,
  type SyntheticFace,
  skin,
} from './testing/synthetic.ts'

const gates = parseGates()
const bare = skin(90, 220)
/** Levels at which well-lit dark skin lies. All of it is in the dark range of ISO/IEC 29794-5. */
const darkSkin = skin(60, 90)
const shaded = skin(20, 60)
const lit = skin(120, 220)
const failuresOf = (quality: FrameQuality) => evaluateGates(quality, [], gates)
const codesOf = (quality: FrameQuality) => failuresOf(quality).map(({ code }) => code)
const withFace = (face: Partial<SyntheticFace>) => assessFrame(makeFrame(skin(90, 220), { ...FACE, ...face }))
const painted = (paint: (x: number, y: number) => Rgb) => assessFrame(makeFrame(paint))

describe('evaluateGates', () => {
  it('finds nothing wrong with a good frame', () => {
    const quality = assessFrame(makeFrame())
    const failures = failuresOf(quality)
    expect(failures).toEqual([])
    expect(isCapturable(quality, failures)).toBe(true)
  })

  it.each([
    ['too_far', { interEye: 70 }],
    ['too_close', { interEye: 175 }],
    ['off_centre', { eyes: { x: 300, y: 300 } }],
    ['cropped', { eyes: { x: 640, y: 100 } }],
    ['cropped', { eyes: { x: 90, y: 300 } }],
    ['turned', { matrix: rotation(20, 0, 0) }],
    ['eyes_closed', { lidGap: { right: 0.04, left: 0.14 } }],
    ['low_resolution', { image: { width: 1280, height: 600 } }],
  ] as const)('tells %s', (code, face) => {
    expect(codesOf(withFace(face))).toContain(code)
  })

  it.each([
    ['too_dark', skin(10, 45)],
    ['too_bright', () => [255, 254, 250] as const],
    ['low_contrast', skin(120, 128)],
    [
      'grey_picture',
      (x: number, y: number) => {
        const [level] = bare(x, y)
        return [level, level, level] as const
      },
    ],
    [
      'blurry',
      (x: number) => [150 + 60 * x, 120 + 50 * x, 100 + 40 * x].map(Math.round) as [number, number, number],
    ],
    ['uneven_light', (x: number, y: number) => (x < 0 ? shaded : lit)(x, y)],
    ['mouth_covered', (x: number, y: number) => (y > 0.45 ? [24, 23, 22] : bare(x, y))],
    ['face_covered', (x: number, y: number) => (y > 0.45 ? [24, 23, 22] : bare(x, y))],
    ['eyes_covered', (x: number, y: number) => (y > -0.2 && y < 0.2 ? [9, 8, 8] : bare(x, y))],
  ] as const)('tells %s', (code, paint) => {
    expect(codesOf(painted(paint as (x: number, y: number) => Rgb))).toContain(code)
  })

  describe('eyes that the landmarks see half open', () => {
    const halfOpen = { ...FACE, lidGap: { right: 0.11, left: 0.11 } }
    /** An eye 0.3 wide and `halfHeight` high on either side: white, and an iris in the middle. */
    const withEyes =
      (paint: (x: number, y: number) => Rgb, white: Rgb, halfHeight = 0.05) =>
      (x: number, y: number): Rgb => {
        const [across, up] = [(Math.abs(x) - 0.5) / 0.15, y / halfHeight]
        if (across ** 2 + up ** 2 > 1) return paint(x, y)
        return Math.abs(across) < 0.4 ? [40, 30, 25] : white
      }
    const codes = (paint: (x: number, y: number) => Rgb) => codesOf(assessFrame(makeFrame(paint, halfOpen)))

    it.each([
      ['light', bare, [225, 220, 215]],
      ['dark', darkSkin, [120, 115, 112]],
    ] as const)('are open where there is an eye, %s skin', (_, paint, white) => {
      expect(codes(withEyes(paint, white))).toEqual([])
    })
    it.each([
      ['light', bare],
      ['dark', darkSkin],
    ] as const)('are closed where there is skin, %s', (_, paint) => {
      expect(codes(paint)).toEqual(['eyes_closed'])
    })
    it('are open behind what is no skin', () => {
      expect(codes((x, y) => (Math.abs(y) < 0.2 ? [15, 15, 20] : bare(x, y)))).not.toContain('eyes_closed')
    })
    it('are not judged without colour', () => {
      const grey = (x: number, y: number): Rgb => {
        const [level] = bare(x, y)
        return [level, level, level]
      }
      expect(codes(grey)).not.toContain('eyes_closed')
    })
    it('are open when the lids are wide apart, in whatever light', () => {
      expect(codesOf(assessFrame(makeFrame(bare)))).toEqual([])
    })
  })

  it('tells nobody and several', () => {
    expect(failuresOf({ faceCount: 0, components: [] })).toEqual([
      { code: 'no_face', blocking: true, gates: [] },
    ])
    const faces = [makeFace(FACE), makeFace({ ...FACE, interEye: 100, eyes: { x: 200, y: 300 } })]
    expect(codesOf(assessFrame({ ...makeFrame(), faces }))).toEqual(['several_faces'])
  })

  it.each([
    ['left', 20, 0, 0],
    ['right', -20, 0, 0],
    ['up', 0, 20, 0],
    ['down', 0, -30, 0],
    ['tilted', 0, 0, 20],
    ['tilted', 0, 0, -20],
  ])('tells a face turned %s', (direction, yaw, pitch, roll) => {
    expect(failuresOf(withFace({ matrix: rotation(yaw, pitch, roll) }))).toEqual([
      expect.objectContaining({ code: 'turned', direction, blocking: true }),
    ])
  })

  it.each([
    ['right', { x: 380, y: 280 }],
    ['left', { x: 900, y: 280 }],
    ['down', { x: 640, y: 430 }],
  ])('tells a face too far to the %s', (direction, eyes) => {
    expect(failuresOf(withFace({ eyes })).find(({ code }) => code === 'off_centre')?.direction).toBe(
      direction,
    )
  })

  it('keeps the order of telling', () => {
    const quality = assessFrame(
      makeFrame(skin(10, 14), {
        ...FACE,
        interEye: 60,
        eyes: { x: 200, y: 300 },
        matrix: rotation(40, 0, 0),
      }),
    )
    const codes = codesOf(quality)
    expect(codes.length).toBeGreaterThan(3)
    expect(codes).toEqual(FAILURE_CODES.filter((code) => codes.includes(code)))
  })

  it('lets a hint pass', () => {
    const quality = withFace({ image: { width: 1280, height: 700 } })
    const failures = failuresOf(quality)
    expect(failures.map(({ code, blocking }) => [code, blocking])).toEqual([['low_resolution', false]])
    expect(isCapturable(quality, failures)).toBe(true)
  })

  it('does not capture what it has not looked at', () => {
    const quality = assessFrame({ image: FACE.image, faces: [makeFace(FACE)] })
    expect(failuresOf(quality)).toEqual([])
    expect(isCapturable(quality, [])).toBe(false)
  })

  it('fails at enter and recovers at leave', () => {
    const at = (yaw: number) => withFace({ matrix: rotation(yaw, 0, 0) })
    const { enter, leave } = GATES.yaw
    const between = at((enter + leave) / 2)
    expect(evaluateGates(between, [], gates)).toEqual([])
    const failed = evaluateGates(at(enter + 1), [], gates)
    expect(failed).toHaveLength(1)
    expect(evaluateGates(between, failed, gates)).toHaveLength(1)
    expect(evaluateGates(at(leave - 1), failed, gates)).toEqual([])
  })

  it('takes a switched-off gate for passed', () => {
    const quality = withFace({ matrix: rotation(40, 0, 0) })
    expect(evaluateGates(quality, [], parseGates({ yaw: null }))).toEqual([])
  })

  it('lets a journey make a hint block', () => {
    const quality = painted((x, y) => (y > 0.45 ? [24, 23, 22] : bare(x, y)))
    const strict = evaluateGates(quality, [], parseGates({ mouthCovered: { blocks: true } }))
    expect(isCapturable(quality, strict)).toBe(false)
  })

  it('knows a code for every gate, in the order of telling', () => {
    const order = GATE_NAMES.map((name) => FAILURE_CODES.indexOf(GATES[name].code))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
})

describe('fairness of the light gates', () => {
  it('does not call well-lit dark skin too dark, nor anything else', () => {
    const quality = painted(darkSkin)
    expect(rawOf(quality, 'UnderExposurePrevention')).toBeGreaterThan(0.92)
    expect(codesOf(quality)).toEqual([])
  })

  it('takes a flat patch of it for neither dark nor bright', () => {
    const codes = codesOf(painted(() => [86, 72, 64]))
    for (const code of ['too_dark', 'too_bright', 'uneven_light', 'grey_picture'] as const) {
      expect(codes).not.toContain(code)
    }
  })

  it.each([
    ['light', 150, 240],
    ['medium', 100, 190],
    ['dark', 60, 110],
  ])('passes %s skin alike', (_, from, to) => {
    expect(codesOf(painted(skin(from, to)))).toEqual([])
  })

  it('calls too dark only what the standard calls dark as well', () => {
    for (let top = 20; top <= 120; top += 4) {
      const quality = painted(skin(top / 2, top))
      const dark = failuresOf(quality).some(({ code }) => code === 'too_dark')
      if (dark) expect(rawOf(quality, 'UnderExposurePrevention')).toBeGreaterThanOrEqual(0.98)
    }
    expect(codesOf(painted(skin(10, 20)))).toContain('too_dark')
  })

  it('has no gate on mean brightness, head covering or background', () => {
    const frame = makeFrame()
    const quality = assessFrame(frame)
    const altered = quality.components.map((result) =>
      ['LuminanceMean', 'LuminanceVariance', 'UnderExposurePrevention', 'DynamicRange'].includes(
        result.component,
      )
        ? { ...result, raw: 0, scalar: 0 }
        : result,
    )
    const covered = { component: 'NoHeadCoverings', isoId: 0x5c, raw: 1, scalar: 0 } as const
    const background = { component: 'BackgroundUniformity', isoId: 0x42, raw: 500, scalar: 0 } as const
    expect(codesOf({ ...quality, components: [...altered, covered, background] })).toEqual([])
  })

  it('judges the face whatever is behind it', () => {
    const face = (x: number, y: number) => Math.abs(x) < 1.12 && y > -0.42 && y < 1.82
    for (const behind of [0, 255]) {
      const crop = makeCrop(FACE, (x, y) => (face(x, y) ? darkSkin(x, y) : [behind, behind, behind]))
      expect(codesOf(assessFrame({ image: FACE.image, faces: [makeFace(FACE)], crop }))).toEqual([])
    }
  })
})
