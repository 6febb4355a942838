import { defineElement, open } from '@visavis/embed'

// Included twice, or beside the package: the first one stays.
if (!window.Visavis) {
  window.Visavis = Object.freeze({ open })
  defineElement()
}
