/** `CHROMIUM_PATH`, then the system's, then one that Playwright installed; `undefined` when there is none. */
export declare const findChromium: () => string | undefined;
/** What to tell a person whose machine has no browser for the tests. */
export declare const missingBrowserMessage: () => string;
/** Quiet, offline and able to run as root in a container. */
export declare const BROWSER_FLAGS: readonly string[];
/** A camera that plays `clip`, a file of JPEG pictures one after another, over and over. */
export declare const fakeCameraFlags: (clip: string) => string[];
