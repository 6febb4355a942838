/**
 * Whether a screen may move the focus: always on a page of its own, in a frame only while the focus is in it. The page
 * around may be a form that somebody is typing into.
 */
export const mayTakeFocus = (): boolean => window.parent === window || document.hasFocus()
