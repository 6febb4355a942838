import { describe, expect, it } from 'vitest'
import type { CaptureActor } from '../flow/create-capture.ts'
import { failing, OPENED, runCapture, stopTheClock, TAKEN } from '../testing/run-capture.ts'
import { findApp } from './find-app.ts'
import { reportToApp } from './native-channel.ts'

stopTheClock()

const BACK = {
  next: 'done',
  redirect_url: 'https://shop.example/back?order=42&id=fav_a&event=face_authentication_capture_completed',
} as const

const createApp = () => {
  const heard: { visavis: number; type: string }[] = []
  // As those of a web view: it is theirs, and takes text only.
  const app = {
    postMessage(this: unknown, text: string) {
      expect(this).toBe(app)
      expect(text).toBeTypeOf('string')
      heard.push(JSON.parse(text))
    },
  }
  return { app, heard }
}

describe('findApp', () => {
  const { app } = createApp()

  it.each([
    ['React Native', { ReactNativeWebView: app }],
    ['iOS', { webkit: { messageHandlers: { visavis: app } } }],
    ['Android, Flutter', { visavis: app }],
  ])('%s', (_, page) => {
    expect(findApp(page)).toBe(app)
  })

  it.each([
    ['a browser', {}],
    ['Safari', { webkit: {} }],
    ["another app's web view", { webkit: { messageHandlers: {} } }],
  ])('none in %s', (_, page) => {
    expect(findApp(page)).toBeUndefined()
  })
})

describe('reportToApp', () => {
  it('tells from the first screen to the end, as JSON', async () => {
    const { app, heard } = createApp()
    const { actor, say } = await runCapture()
    reportToApp(actor as CaptureActor, app)
    expect(heard).toEqual([{ visavis: 1, type: 'capture.ready', attemptId: 'fatp_x' }])
    await say({ type: 'consent.given' }, OPENED, TAKEN, { type: 'upload.answered', next: BACK })
    expect(heard.map(({ type }) => type)).toEqual([
      'capture.ready',
      'capture.started',
      'capture.guidance',
      'capture.captured',
      'capture.uploaded',
      'capture.completed',
    ])
    const event = 'face_authentication_capture_completed'
    expect(heard.at(-1)).toEqual({
      visavis: 1,
      type: 'capture.completed',
      attemptId: 'fatp_x',
      id: 'fav_a',
      event,
    })
    expect(JSON.stringify(heard)).not.toMatch(/order|shop\.example|approved|declined|jpeg/)
  })

  it('tells of a link that is none, however late it comes', async () => {
    const { app, heard } = createApp()
    const { actor } = await runCapture({ openSession: failing('CAPTURE_TOKEN_INVALID', false) })
    reportToApp(actor as CaptureActor, app)
    expect(heard).toMatchObject([{ type: 'capture.failed', code: 'link_invalid', isFinal: true }])
  })
})
