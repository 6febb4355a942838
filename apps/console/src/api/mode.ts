/** Where the desk stands; test mode's has the same pages below an address of its own, so that a link says which it is. */
export const LIVE_DESK = '/console'
export const TEST_DESK = '/console/test'

export const isTestDesk = (pathname: string): boolean =>
  pathname === TEST_DESK || pathname.startsWith(`${TEST_DESK}/`)

/** Of this tab, for as long as it shows this page: from one to the other the browser loads anew. */
export const IS_TEST = isTestDesk(globalThis.location?.pathname ?? '')
