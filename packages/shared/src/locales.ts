/** BCP 47. The first is what everybody else gets. */
export const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ar', 'ja', 'zh-Hans', 'hi'] as const
export type Locale = (typeof LOCALES)[number]

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')
