import { PREVIEW_SCREENS, type PreviewLook } from '@visavis/shared/capture-preview'
import { expect, it } from 'vitest'
import { toScreen } from '../to-screen.ts'
import { toSnapshot } from './to-snapshot.ts'

const look = (screen: PreviewLook['screen']): PreviewLook => ({
  type: 'preview.show',
  screen,
  guidance: 'too_far',
  scheme: 'light',
  locale: 'en',
  session: {
    purpose: 'authentication',
    partner_name: 'Harbour Bank',
    handoff: true,
    theme: { sound: true, colors: { accent: '#7a0019' } },
    copy: {},
    photo_upload: 'never',
    alternative_url: null,
  },
})

it('each screen of a preview is the one that the flow would be on', () => {
  const video = {} as HTMLVideoElement
  const shown = PREVIEW_SCREENS.map((screen) => [screen, toScreen(toSnapshot(look(screen), video))])
  expect(shown.filter(([screen, state]) => screen !== state)).toEqual([])
  expect(toSnapshot(look('camera'), video).context.live).toMatchObject({ guidance: 'too_far', video })
})

it('a preview makes no sound', () => {
  expect(toSnapshot(look('camera'), {} as HTMLVideoElement).context.session?.theme).toEqual({})
})
