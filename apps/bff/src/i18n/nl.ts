import type { Catalogue } from './catalogue.ts'

export const nl: Catalogue = {
  codeTitle: 'Typ uw code',
  codeHint:
    'U hebt een code van 8 cijfers gekregen. Die opent de gezichtscontrole op dit apparaat, dat een camera moet hebben.',
  codeLabel: 'Cijfercode',
  codeSubmit: 'Doorgaan',
  codeErrorPrefix: 'Fout: ',
  codeUnknown: 'Deze code werkt niet. Controleer hem of vraag een nieuwe aan.',
  codeTooMany:
    'Er waren te veel pogingen. Wacht {minutes, plural, one {# minuut} other {# minuten}} en probeer het dan opnieuw.',
  mailSubject: '{partner}: stel inloggen met uw gezicht in',
  mailGreetingByName: 'Geachte {applicant},',
  mailGreeting: 'Goedendag,',
  mailRequest:
    '{partner} vraagt u één foto van uw gezicht te maken, zodat u later met uw gezicht kunt inloggen.',
  mailOpenLink: 'Open deze link op een telefoon of computer met camera:',
  mailValidity: 'De link is alleen voor u en werkt tot {until}.',
  mailIgnore:
    'Verwachtte u dit bericht niet? Dan hoeft u niets te doen: zonder uw toestemming wordt er geen foto gemaakt.',
}
