import type { LaterCatalogue } from '../i18n/catalogue.ts'

export type BrowserFamily = keyof LaterCatalogue['fallback']['steps']

/**
 * Which way to the camera's permission a browser has, by the name it gives itself: there is nothing else to tell menus
 * apart by. Every browser on iPhones is Safari inside, and iPads call themselves Macs.
 */
export const browserFamily = (userAgent: string, maxTouchPoints: number): BrowserFamily => {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return 'ios'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (/Android/.test(userAgent)) return 'android'
  if (/Chrome\//.test(userAgent)) return 'chrome'
  return /Safari\//.test(userAgent) ? 'safari' : 'other'
}
