import type { open } from './open.ts'

/** What `/visavis.js` puts on `window`. */
export interface VisavisApi {
  readonly open: typeof open
}

declare global {
  interface Window {
    Visavis?: VisavisApi
  }
}

/** The only state of this package: the script that is on its way or here. */
let loading: Promise<VisavisApi> | undefined

const load = (src: string): Promise<VisavisApi> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const fail = () => {
      script.remove()
      reject(new Error(`Visavis: ${src} could not be loaded`))
    }
    script.src = src
    script.async = true
    script.onerror = fail
    script.onload = () => (window.Visavis ? resolve(window.Visavis) : fail())
    document.head.append(script)
  })

/**
 * The script of that server, which always fits its frames. Loaded once; after a failure the next call tries again.
 * On a server: `null`.
 * @param origin of Visavis, e.g. `https://id.example`
 */
export const loadVisavis = async (origin: string): Promise<VisavisApi | null> => {
  if (typeof window === 'undefined') return null
  if (window.Visavis) return window.Visavis
  loading ??= load(new URL('/visavis.js', origin).href)
  try {
    return await loading
  } catch (failure) {
    loading = undefined
    throw failure
  }
}
