/** What the server says to people: the page for digits and the activation e-mail. ICU MessageFormat. */
export interface Catalogue {
  /** Heading and title of the page at `/code`. */
  codeTitle: string
  codeHint: string
  codeLabel: string
  codeSubmit: string
  /** Before the title of a page that shows a problem. */
  codeErrorPrefix: string
  codeUnknown: string
  /** `minutes`: a number. */
  codeTooMany: string
  /** `partner`: a name. */
  mailSubject: string
  /** `applicant`: a name. */
  mailGreetingByName: string
  mailGreeting: string
  /** `partner`: a name. */
  mailRequest: string
  mailOpenLink: string
  /** `until`: date and time. */
  mailValidity: string
  mailIgnore: string
}
