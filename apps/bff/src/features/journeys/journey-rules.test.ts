import { expect, it } from 'vitest'
import { findJourneyMistakes } from './journey-rules.ts'

const OWN = { capture: 'selfie-upload', liveness: 'none' }
const NOTHING_ASKED = {
  allowedRedirectUrls: [],
  allowedFrameOrigins: [],
  livenessPolicy: 'none',
  livenessStepUp: null,
  theme: {},
} as const
const find = (change: object, capabilities: { capture: string; liveness: string } | undefined = OWN) =>
  findJourneyMistakes({ ...NOTHING_ASKED, ...change }, capabilities)

it('finds nothing wrong with a plain journey', () => {
  expect(find({ allowedRedirectUrls: ['https://a.example'] })).toEqual([])
})

it('refuses liveness that the provider has not, and only then', () => {
  const code = 'liveness_policy__not_supported_by_provider'
  expect(find({ livenessPolicy: 'required' })).toEqual([code])
  for (const liveness of ['passive', 'active']) {
    expect(find({ livenessPolicy: 'required' }, { ...OWN, liveness })).toEqual([])
  }
})

it('refuses looks of our own where the picture is none of ours, and only then', () => {
  for (const livenessPolicy of ['passive', 'active']) {
    expect(find({ livenessPolicy })).toEqual([])
    for (const capture of ['redirect', 'frame', 'vendor-sdk']) {
      expect(find({ livenessPolicy }, { capture, liveness: 'active' })).toEqual([
        'liveness_policy__not_supported_by_provider',
      ])
    }
  }
})

it('refuses a step-up that there is nothing to step up from', () => {
  const livenessStepUp = { from: 'passive', to: 'active', when: ['photo_source'] }
  expect(find({ livenessPolicy: 'passive', livenessStepUp })).toEqual([])
  for (const livenessPolicy of ['none', 'active']) {
    expect(find({ livenessPolicy, livenessStepUp })).toEqual(['liveness_step_up__not_enabled'])
  }
})

it('names a provider that is not there, once', () => {
  const journey = { ...NOTHING_ASKED, livenessPolicy: 'required' } as const
  expect(findJourneyMistakes(journey, undefined)).toEqual(['provider__unknown'])
})

it('says which redirect address is wrong', () => {
  expect(find({ allowedRedirectUrls: ['https://a.example', 'https://a.example/?b'] })).toEqual([
    'allowed_redirect_urls__1__invalid_format',
  ])
})

it.each([
  'https://a.example',
  'https://a.example:8443',
  'https://xn--bcher-kva.example',
  'http://localhost',
  'http://app.localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
])('lets %s frame the page', (origin) => {
  expect(find({ allowedFrameOrigins: [origin] })).toEqual([])
})

it.each([
  'https://a.example/',
  'https://a.example/path',
  'https://A.example',
  'https://a.example:443',
  'https://*.example',
  'https://*',
  'https://a.example;sandbox',
  "https://a.example'",
  'https://a.example,b.example',
  'https://bücher.example',
  'http://a.example',
  'http://localhost.evil.example',
  'https://a.example https://b.example',
  "https://a.example; script-src 'unsafe-inline'",
  '*',
  'null',
  'data:',
  '',
])('does not let %j frame the page', (origin) => {
  expect(find({ allowedFrameOrigins: [origin] })).toEqual(['allowed_frame_origins__0__invalid_format'])
})

it.each([
  [{ accent: '#0b5f66', accent_text: '#ffffff' }, []],
  [{ accent: '#ffcc00', accent_text: '#ffffff' }, ['theme__colors__accent_text__contrast_too_low']],
  [{ background: '#ffffff', text: '#949494' }, ['theme__colors__text__contrast_too_low']],
  [{ accent: '#ffcc00', text: '#ffffff' }, []],
  [{}, []],
])('holds %j to the contrast that text needs', (colors, mistakes) => {
  expect(find({ theme: { colors } })).toEqual(mistakes)
})
