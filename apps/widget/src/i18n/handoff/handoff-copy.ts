/** Texts of the two ends of a hand-off: a chunk of its own, since most people never see them. */
export interface HandoffCopy {
  title: string
  scan: string
  codeLabel: string
  number: string
  digits: string
  waiting: string
  here: string
  connectedTitle: string
  connectedText: string
  takeBack: string
  cancelledTitle: string
  cancelledText: string
  again: string
  claimTitle: string
  claimText: string
  sourceBoth: string
  sourceUnknown: string
  claimWarning: string
  numberLabel: string
  submit: string
  wrong: string
  invalidTitle: string
  invalidText: string
  offline: string
  doneTitle: string
  doneText: string
}
