import { describe, expect, it } from 'vitest'
import type { FaceMeasures } from './face-measures.ts'
import { judgeFrame, shownHeight, type Verdict } from './judge-frame.ts'
import { goodFace } from './scripted-detector.ts'

const pose = (change: Partial<FaceMeasures['pose']>) => ({ pose: { yaw: 0, pitch: 0, roll: 0, ...change } })

describe('judgeFrame', () => {
  const cases: [string, Partial<FaceMeasures>, Verdict][] = [
    ['a good face', {}, 'hold_still'],
    ['a second face of a third of the size', { secondFaceShare: 0.34 }, 'hold_still'],
    ['a second face nearly as large', { secondFaceShare: 0.8 }, 'several_faces'],
    ['too few pixels between the eyes', { interEyePx: 89 }, 'too_far'],
    ['a small face in a large picture', { eyeToChinPx: 128 }, 'too_far'],
    ['a face that fills the frame', { eyeToChinPx: 310 }, 'too_close'],
    ['a large face that touches the top', { eyeToChinPx: 280, eyes: { x: 640, y: 250 } }, 'too_close'],
    ['a landmark outside of the frame', { isInside: false }, 'off_centre'],
    ['a face to the left', { centre: { x: 540, y: 360 } }, 'off_centre'],
    ['a face low in the frame', { centre: { x: 640, y: 460 } }, 'off_centre'],
    ['a head turned left', pose({ yaw: -17 }), 'turned'],
    ['a head turned within the limit', pose({ yaw: 15 }), 'hold_still'],
    ['a chin far up', pose({ pitch: 19 }), 'turned'],
    ['a tilted head', pose({ roll: -16 }), 'turned'],
    ['closed eyes', { eyeOpenness: 0.023 }, 'eyes_closed'],
    ['narrow eyes', { eyeOpenness: 0.04 }, 'hold_still'],
    ['a face in the dark', { light: { underExposed: 0.95, overExposed: 0 } }, 'too_dark'],
    ['dark skin in good light', { light: { underExposed: 0.85, overExposed: 0 } }, 'hold_still'],
    ['a blown-out face', { light: { underExposed: 0, overExposed: 0.1 } }, 'too_bright'],
  ]
  it.each(cases)('%s: %o', (_, change, verdict) => {
    expect(judgeFrame(goodFace(change), null)).toBe(verdict)
  })

  it('nobody', () => {
    expect(judgeFrame(null, null)).toBe('no_face')
  })

  it('names what matters most first: framing, pose, eyes, light', () => {
    const all: Partial<FaceMeasures>[] = [
      { light: { underExposed: 0, overExposed: 0.5 } },
      { eyeOpenness: 0 },
      pose({ yaw: 40 }),
      { centre: { x: 900, y: 360 } },
      { interEyePx: 20 },
      { secondFaceShare: 1 },
    ]
    const verdicts = all.map((_, index) =>
      judgeFrame(goodFace(Object.assign({}, ...all.slice(0, index + 1))), null),
    )
    expect(verdicts).toEqual([
      'too_bright',
      'eyes_closed',
      'turned',
      'off_centre',
      'too_far',
      'several_faces',
    ])
  })

  it('clears a shown message only with something to spare', () => {
    const face = goodFace(pose({ yaw: 15 }))
    expect(judgeFrame(face, 'turned')).toBe('turned')
    expect(judgeFrame(face, 'too_far')).toBe('hold_still')
    expect(judgeFrame(goodFace(pose({ yaw: 14 })), 'turned')).toBe('hold_still')
  })

  it('measures an upright picture by the part of it that is shown', () => {
    expect(shownHeight({ width: 720, height: 1280 })).toBe(960)
    const upright = goodFace({
      frame: { width: 720, height: 1280 },
      eyes: { x: 360, y: 590 },
      centre: { x: 360, y: 640 },
    })
    expect(judgeFrame(upright, null)).toBe('hold_still')
    // 160 px are a sixth of what is shown.
    expect(judgeFrame({ ...upright, eyeToChinPx: 160 }, null)).toBe('too_far')
  })
})
