/** The list published for verifications; the one for face authentication is not. */
const LOCALES = [
  'lt',
  'en',
  'ru',
  'pl',
  'lv',
  'et',
  'ro',
  'it',
  'de',
  'fr',
  'sv',
  'es',
  'hu',
  'ja',
  'bg',
  'cs',
  'nl',
  'pt',
  'uk',
  'vi',
  'sk',
  'th',
  'hi',
  'id',
]

/** `undefined`: the page chooses. */
export const toLocale = (tag: string | null): string | undefined => {
  const [language = ''] = (tag ?? '').toLowerCase().split('-')
  return LOCALES.includes(language) ? language : undefined
}
