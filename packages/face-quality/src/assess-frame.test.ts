import { describe, expect, it } from 'vitest'
import { assessFrame } from './assess-frame.ts'
import { COMPONENTS } from './components.ts'
import { faceCropRect } from './crop-rect.ts'
import type { FrameInput } from './frame-types.ts'
import { OUTLINE } from './geometry.ts'
import { rawOf } from './results.ts'
import { toScalar } from './scalars.ts'
import { CHIN, FACE, makeCrop, makeFace, makeFrame, type Rgb, rotation, skin } from './testing/synthetic.ts'

const grey = (level: number): Rgb => [level, level, level]

describe('assessFrame: geometry', () => {
  const quality = assessFrame({ image: FACE.image, faces: [makeFace(FACE)] })

  // Eyes at 580 and 700, 300 down, of 1280 × 720; the chin 1.8 · 120 = 216 below.
  it.each([
    ['SingleFacePresent', 0],
    ['EyesOpen', 0.16 / CHIN],
    ['MouthClosed', 0],
    ['InterEyeDistance', 120],
    ['HeadSize', 216 / 720],
    ['LeftwardCropOfTheFaceImage', 580 / 120],
    ['RightwardCropOfTheFaceImage', 580 / 120],
    ['MarginAboveOfTheFaceImage', 300 / 216],
    ['MarginBelowOfTheFaceImage', 420 / 216],
    ['HeadPoseYaw', 0],
    ['HeadPosePitch', 0],
    ['HeadPoseRoll', 0],
  ] as const)('%s is %d', (component, expected) => {
    expect(rawOf(quality, component)).toBeCloseTo(expected, 9)
  })

  it('gives each component its id and the scalar of its raw value', () => {
    for (const { component, isoId, raw, scalar } of quality.components) {
      expect(isoId).toBe(COMPONENTS[component].isoId)
      if (COMPONENTS[component].method === 'measured') expect(scalar).toBe(toScalar(component, raw))
    }
  })

  it('keeps the order of the standard', () => {
    const ids = assessFrame(makeFrame()).components.map(({ isoId }) => isoId)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    expect(ids).toHaveLength(24)
  })

  it('without pixels reports no light, and does not pretend to know it', () => {
    expect(quality.pixels).toBeUndefined()
    expect(rawOf(quality, 'LuminanceMean')).toBeUndefined()
  })

  it('measures the eyes apart as if the face were not turned', () => {
    const face = { ...FACE, matrix: rotation(60, 0, 0) }
    expect(
      rawOf(assessFrame({ image: FACE.image, faces: [makeFace(face)] }), 'InterEyeDistance'),
    ).toBeCloseTo(240)
  })

  it('goes by the eye that is less open', () => {
    const face = { ...FACE, lidGap: { right: 0.2, left: 0.018 }, lipGap: 0.36 }
    const winking = assessFrame({ image: FACE.image, faces: [makeFace(face)] })
    expect(rawOf(winking, 'EyesOpen')).toBeCloseTo(0.01, 9)
    expect(rawOf(winking, 'MouthClosed')).toBeCloseTo(0.2, 9)
  })

  it('measures a leaning face as an upright one', () => {
    const leaning = assessFrame({ image: FACE.image, faces: [makeFace({ ...FACE, lean: 25 })] })
    for (const name of ['EyesOpen', 'InterEyeDistance', 'HeadSize'] as const) {
      expect(rawOf(leaning, name)).toBeCloseTo(rawOf(quality, name) ?? Number.NaN, 9)
    }
  })

  it('scales with the picture that would be sent', () => {
    const image = { width: 2560, height: 1440 }
    const double = assessFrame({ image, faces: [makeFace(FACE)] })
    expect(rawOf(double, 'InterEyeDistance')).toBeCloseTo(240)
    expect(rawOf(double, 'HeadSize')).toBeCloseTo(0.3)
    expect(double.geometry?.shortSide).toBe(1440)
  })

  it('never reads the irises', () => {
    for (const iris of [Number.NaN, 99]) {
      const face = makeFace(FACE, iris)
      expect(assessFrame({ ...makeFrame(), faces: [face], previous: face.landmarks })).toEqual(
        assessFrame({ ...makeFrame(), previous: makeFace(FACE).landmarks }),
      )
    }
  })

  it('takes the larger face and the share of the second', () => {
    const small = makeFace({ ...FACE, interEye: 60, eyes: { x: 200, y: 200 } })
    const both = assessFrame({ image: FACE.image, faces: [small, makeFace(FACE)] })
    expect(both.faceCount).toBe(2)
    expect(rawOf(both, 'SingleFacePresent')).toBeCloseTo(0.25, 9)
    expect(rawOf(both, 'InterEyeDistance')).toBeCloseTo(120, 9)
  })

  it.each([
    ['no face', []],
    ['too few points', [{ ...makeFace(FACE), landmarks: makeFace(FACE).landmarks.slice(0, 467) }]],
    [
      'a point that is no number',
      [{ ...makeFace(FACE), landmarks: makeFace(FACE).landmarks.with(7, { x: 0, y: Number.NaN }) }],
    ],
    ['all points in one place', [makeFace({ ...FACE, interEye: 0 })]],
    ['a matrix of zeros', [{ ...makeFace(FACE), matrix: new Float32Array(16) }]],
  ])('sees nobody in %s', (_, faces) => {
    expect(assessFrame({ image: FACE.image, faces })).toEqual({ faceCount: 0, components: [] })
  })

  it('says where the face is', () => {
    const corner = assessFrame({ image: FACE.image, faces: [makeFace({ ...FACE, eyes: { x: 60, y: 300 } })] })
    expect(corner.geometry?.offCentre.x).toBeCloseTo(60 / 1280 - 0.5, 6)
    // The face is 264 wide and reaches 72 pixels out of the picture.
    const jaw = makeFace(FACE).landmarks
    const out = OUTLINE.filter((index) => ((jaw[index]?.x ?? 0) - 0.5) * 1280 < -60).length
    expect(out).toBeGreaterThan(0)
    expect(corner.geometry?.outside).toBeCloseTo(out / OUTLINE.length, 9)
  })

  it('measures movement in hundredths of the eyes’ distance', () => {
    // 1.2 pixels of 120 are 1 %.
    const previous = makeFace({ ...FACE, eyes: { x: 641.2, y: 300 } }).landmarks
    const moved = assessFrame({ image: FACE.image, faces: [makeFace(FACE)], previous })
    expect(moved.geometry?.motion).toBeCloseTo(1, 6)
    expect(quality.geometry?.motion).toBeUndefined()
  })

  it('tells a smile and an open mouth from rest', () => {
    const scalar = (blendshapes: Record<string, number> | undefined, lipGap = 0) =>
      assessFrame({
        image: FACE.image,
        faces: [{ ...makeFace({ ...FACE, lipGap }), ...(blendshapes && { blendshapes }) }],
      }).components.find(({ component }) => component === 'ExpressionNeutrality')?.scalar
    expect(scalar(undefined)).toBe(100)
    expect(scalar(undefined, 0.1 * CHIN)).toBe(50)
    expect(scalar({ mouthSmileLeft: 0.7, eyeBlinkLeft: 1, browInnerUp: 0.2 })).toBe(30)
  })
})

describe('assessFrame: pixels', () => {
  it('of a flat grey face are known by hand', () => {
    // sRGB 124 is linear 51 of 255.
    const quality = assessFrame(makeFrame(() => grey(124)))
    expect(rawOf(quality, 'LuminanceMean')).toBeCloseTo(0.2, 9)
    expect(rawOf(quality, 'LuminanceVariance')).toBeCloseTo(0, 12)
    expect(rawOf(quality, 'UnderExposurePrevention')).toBe(0)
    expect(rawOf(quality, 'OverExposurePrevention')).toBe(0)
    expect(rawOf(quality, 'DynamicRange')).toBeCloseTo(0, 12)
    expect(rawOf(quality, 'IlluminationUniformity')).toBe(1)
    expect(rawOf(quality, 'Sharpness')).toBe(0)
    expect(quality.pixels?.greyShare).toBe(1)
    expect(quality.pixels?.highlight).toBe(51)
  })

  it('of a face that is half black, half white', () => {
    const quality = assessFrame(makeFrame((x) => grey(x < 0 ? 0 : 255)))
    expect(rawOf(quality, 'LuminanceMean')).toBeCloseTo(0.5, 2)
    expect(rawOf(quality, 'UnderExposurePrevention')).toBeCloseTo(0.5, 2)
    expect(rawOf(quality, 'OverExposurePrevention')).toBeCloseTo(0.5, 2)
    expect(rawOf(quality, 'DynamicRange')).toBeCloseTo(1, 2)
    expect(rawOf(quality, 'IlluminationUniformity')).toBe(0)
  })

  // ISO/IEC 29794-5's dark range ends at linear 25 (sRGB 88), its burnt-out range begins at 247 (sRGB 252).
  it.each([
    [88, 1, 0],
    [90, 0, 0],
    [251, 0, 0],
    [252, 0, 1],
  ])('of level %d: %d dark, %d burnt out', (level, dark, burntOut) => {
    const quality = assessFrame(makeFrame(() => grey(level)))
    expect(rawOf(quality, 'UnderExposurePrevention')).toBe(dark)
    expect(rawOf(quality, 'OverExposurePrevention')).toBe(burntOut)
  })

  it.each([-30, 0, 30])(
    'take the colour of the cheeks, wherever they are in a face that leans by %d°',
    (lean) => {
      const [sin, cos] = [Math.sin((lean * Math.PI) / 180), Math.cos((lean * Math.PI) / 180)]
      // Squares of 0.3 outwards from the eyes, down from half-way to the mouth (0.55); a pixel of room.
      const isCheek = (x: number, y: number) =>
        Math.abs(Math.abs(x) - 0.65) < 0.17 && Math.abs(y - 0.7) < 0.17
      const quality = assessFrame(
        makeFrame((x, y) => (isCheek(x * cos + y * sin, y * cos - x * sin) ? [130, 92, 67] : [20, 200, 20]), {
          ...FACE,
          lean,
        }),
      )
      expect(rawOf(quality, 'NaturalColour')).toBe(0)
    },
  )

  it('count inside the outline only', () => {
    const inside = (x: number, y: number) => Math.abs(x) < 1.12 && y > -0.42 && y < CHIN + 0.02
    const quality = assessFrame(makeFrame((x, y) => (inside(x, y) ? grey(124) : grey(255))))
    expect(rawOf(quality, 'OverExposurePrevention')).toBe(0)
  })

  it('compare the cheeks of a leaning face along its own axes', () => {
    const face = { ...FACE, lean: 30 }
    const [sin, cos] = [Math.sin(Math.PI / 6), Math.cos(Math.PI / 6)]
    // Black on the person's right half, along the leaning middle.
    const quality = assessFrame(makeFrame((x, y) => grey(x * cos + y * sin < 0 ? 0 : 255), face))
    expect(rawOf(quality, 'IlluminationUniformity')).toBe(0)
  })

  it('do not depend on how large the crop is drawn', () => {
    const [small, large] = [192, 384].map((side) =>
      assessFrame({ image: FACE.image, faces: [makeFace(FACE)], crop: makeCrop(FACE, skin(60, 220), side) }),
    )
    for (const name of ['LuminanceMean', 'UnderExposurePrevention', 'DynamicRange'] as const) {
      expect(rawOf(large ?? { faceCount: 0, components: [] }, name)).toBeCloseTo(
        rawOf(small ?? { faceCount: 0, components: [] }, name) ?? Number.NaN,
        1,
      )
    }
  })

  it('are not known when the crop shows something else', () => {
    const frame = makeFrame()
    const crop = frame.crop && { ...frame.crop, rect: { x: 0, y: 0, width: 100, height: 100 } }
    expect(assessFrame({ ...frame, ...(crop && { crop }) }).pixels).toBeUndefined()
  })

  it('are soon known of a face with points far off, as broken engines give them', () => {
    const frame = makeFrame()
    const [face] = frame.faces
    // A corner of an eye: lengths are told by their distance.
    const landmarks = face?.landmarks.with(263, { x: 1e6, y: 0 }) ?? []
    const quality = assessFrame({ ...frame, faces: [{ landmarks, matrix: face?.matrix ?? [] }] })
    expect(rawOf(quality, 'LuminanceMean')).toBeGreaterThan(0)
    expect(quality.components.filter(({ scalar }) => !(scalar >= 0 && scalar <= 100))).toEqual([])
  })

  it('refuse bytes that do not fit the size', () => {
    const frame = makeFrame()
    const crop = frame.crop && { ...frame.crop, width: 255 }
    expect(() => assessFrame({ ...frame, ...(crop && { crop }) })).toThrow(RangeError)
  })

  const covered = (paint: (x: number, y: number, bare: Rgb) => Rgb): FrameInput => {
    const bare = skin(150, 210)
    const eye = (x: number, y: number) => Math.hypot(Math.abs(x) - 0.5, y * 1.6)
    return makeFrame((x, y) => {
      const pupil = eye(x, y) < 0.07
      const white = eye(x, y) < 0.15
      return paint(x, y, pupil ? [30, 25, 25] : white ? [225, 220, 220] : bare(x, y))
    })
  }
  const shares = (frame: FrameInput) => {
    const quality = assessFrame(frame)
    return (['EyesVisible', 'MouthOcclusionPrevention', 'FaceOcclusionPrevention'] as const).map((name) =>
      rawOf(quality, name),
    )
  }

  it('see nothing covered on a bare face', () => {
    const [eyes, mouth, face] = shares(covered((_x, _y, bare) => bare))
    expect(eyes).toBeLessThan(0.3)
    expect([mouth, face]).toEqual([0, 0])
  })

  it.each([
    ['black', [24, 23, 22] as const],
    ['white', [232, 232, 232] as const],
    ['blue', [150, 180, 210] as const],
  ])('see a %s mask', (_, cloth) => {
    const [eyes, mouth, face] = shares(covered((_x, y, bare) => (y > 0.45 ? cloth : bare)))
    expect(eyes).toBeLessThan(0.3)
    expect(mouth).toBe(1)
    expect(face).toBeGreaterThan(0.4)
  })

  it('see dark glasses', () => {
    const lens = (x: number, y: number) => Math.hypot(Math.abs(x) - 0.5, y * 1.3) < 0.36
    const [eyes, mouth] = shares(covered((x, y, bare) => (lens(x, y) ? [16, 16, 16] : bare)))
    expect(eyes).toBeGreaterThan(0.9)
    expect(mouth).toBe(0)
  })

  it('cannot tell coverings in a picture without colour', () => {
    const [, mouth, face] = shares(makeFrame(() => grey(120)))
    expect([mouth, face]).toEqual([undefined, undefined])
  })
})

describe('faceCropRect', () => {
  it('is a square around the outline with room on all sides', () => {
    // Outline 264 × 264: from 0.4 above the eyes to 1.8 below, 2.2 wide; a tenth more.
    expect(faceCropRect(makeFace(FACE).landmarks, FACE.image)).toEqual({
      x: 495,
      y: 239,
      width: 290,
      height: 290,
    })
  })

  it('is cut to the picture', () => {
    const face = makeFace({ ...FACE, eyes: { x: 60, y: 20 } })
    const { x, y, width, height } = faceCropRect(face.landmarks, FACE.image)
    expect([x, y]).toEqual([0, 0])
    expect(width).toBeLessThan(290)
    expect(height).toBeLessThan(290)
  })
})
