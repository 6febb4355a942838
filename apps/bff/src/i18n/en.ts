import type { Catalogue } from './catalogue.ts'

export const en: Catalogue = {
  codeTitle: 'Enter your code',
  codeHint:
    'You were given a code of 8 digits. It opens the face check on this device, which needs a camera.',
  codeLabel: 'Code',
  codeSubmit: 'Continue',
  codeErrorPrefix: 'Error: ',
  codeUnknown: 'This code doesn’t work. Check it, or ask for a new one.',
  codeTooMany:
    'There were too many tries. Wait {minutes, plural, one {# minute} other {# minutes}}, then try again.',
  mailSubject: '{partner}: set up sign-in with your face',
  mailGreetingByName: 'Hello {applicant},',
  mailGreeting: 'Hello,',
  mailRequest:
    '{partner} asks you to take one photo of your face, so that you can sign in with your face later.',
  mailOpenLink: 'Open this link on a phone or computer with a camera:',
  mailValidity: 'The link is for you alone and works until {until}.',
  mailIgnore:
    'If you weren’t expecting this message, you don’t have to do anything: no photo is taken unless you agree.',
}
