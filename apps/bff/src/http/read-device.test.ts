import { describe, expect, it } from 'vitest'
import { readDevice } from './read-device.ts'

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('what a user agent comes down to', () => {
  it.each([
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) ${WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`,
      { browser: { name: 'Safari', version: 17 }, system: 'iOS', device: 'phone' },
    ],
    [
      `Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${WEBKIT} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`,
      { browser: { name: 'Chrome', version: 126 }, system: 'iOS', device: 'tablet' },
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/139.0.0.0 Mobile Safari/537.36`,
      { browser: { name: 'Chrome', version: 139 }, system: 'Android', device: 'phone' },
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-S918B) ${BLINK} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
      {
        browser: { name: 'Samsung Internet for Android', version: 25 },
        system: 'Android',
        device: 'phone',
      },
    ],
    [
      `Mozilla/5.0 (Linux; Android 13; SM-X906C) ${BLINK} Chrome/125.0.0.0 Safari/537.36`,
      { browser: { name: 'Chrome', version: 125 }, system: 'Android', device: 'tablet' },
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.3351.83`,
      { browser: { name: 'Microsoft Edge', version: 138 }, system: 'Windows', device: 'desktop' },
    ],
    [
      'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
      { browser: { name: 'Firefox', version: 128 }, system: 'Linux', device: 'desktop' },
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.3 Safari/605.1.15`,
      { browser: { name: 'Safari', version: 18 }, system: 'macOS', device: 'desktop' },
    ],
    [
      `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/137.0.0.0 Safari/537.36`,
      { browser: { name: 'Chrome', version: 137 }, system: 'Chrome OS', device: 'desktop' },
    ],
  ])('%s', (agent, device) => {
    expect(readDevice(agent)).toEqual(device)
  })

  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['one of no list', 'Ada-Lovelace-4711/9.9.9 (her own; device) Build/XYZ'],
    ['one that is no word at all', '\u{1f600}/1 \u{1f600}'],
  ])('of %s nothing is kept', (_, agent) => {
    expect(readDevice(agent)).toEqual({})
  })

  it('takes a version for no more than four digits, and an endless agent for its beginning', () => {
    const agent = `Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/${'9'.repeat(60_000)}`
    expect(readDevice(agent)).toEqual({ browser: { name: 'Firefox' }, system: 'Linux', device: 'desktop' })
  })
})
