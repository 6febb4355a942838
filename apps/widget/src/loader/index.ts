import { defineElement, open } from '@visavis/embed'

// Included twice, or beside the package: the first one stays. On a server: nothing.
if (typeof window !== 'undefined' && !window.Visavis) {
  window.Visavis = Object.freeze({ open })
  defineElement()
}
