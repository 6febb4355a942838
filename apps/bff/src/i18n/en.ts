import type { Catalogue } from './catalogue.ts'

export const en: Catalogue = {
  codeTitle: 'Type your digits',
  codeHint: 'You were given 8 digits. They open the face check on this device, which needs a camera.',
  codeLabel: 'Digits',
  codeSubmit: 'Continue',
  codeErrorPrefix: 'Error: ',
  codeUnknown: 'These digits do not work. Check them, or ask for new ones.',
  codeTooMany:
    'There were too many tries. Wait {minutes, plural, one {# minute} other {# minutes}}, then try again.',
  mailSubject: '{partner}: set up sign-in with your face',
  mailGreetingByName: 'Hello {applicant},',
  mailGreeting: 'Hello,',
  mailRequest: '{partner} asks you to take one picture of your face, so that you can sign in with it later.',
  mailOpenLink: 'Open this link on a phone or computer with a camera:',
  mailValidity: 'The link is for you alone and works until {until}.',
  mailIgnore: 'If you did not expect this message, do nothing: no picture is taken unless you agree.',
}
