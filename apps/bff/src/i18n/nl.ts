import type { Catalogue } from './catalogue.ts'

export const nl: Catalogue = {
  codeTitle: 'Typ uw cijfers',
  codeHint:
    'U hebt 8 cijfers gekregen. Ze openen de gezichtscontrole op dit apparaat, dat een camera nodig heeft.',
  codeLabel: 'Cijfers',
  codeSubmit: 'Doorgaan',
  codeErrorPrefix: 'Fout: ',
  codeUnknown: 'Deze cijfers werken niet. Controleer ze of vraag nieuwe aan.',
  codeTooMany:
    'Er waren te veel pogingen. Wacht {minutes, plural, one {# minuut} other {# minuten}} en probeer het dan opnieuw.',
  mailSubject: '{partner}: stel inloggen met uw gezicht in',
  mailGreetingByName: 'Hallo {applicant},',
  mailGreeting: 'Hallo,',
  mailRequest: '{partner} vraagt u één foto van uw gezicht te maken, zodat u er later mee kunt inloggen.',
  mailOpenLink: 'Open deze link op een telefoon of computer met camera:',
  mailValidity: 'De link is alleen voor u en werkt tot {until}.',
  mailIgnore:
    'Verwachtte u dit bericht niet, doe dan niets: zonder uw toestemming wordt er geen foto gemaakt.',
}
