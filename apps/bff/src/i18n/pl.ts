import type { Catalogue } from './catalogue.ts'

export const pl: Catalogue = {
  codeTitle: 'Wpisz swoje cyfry',
  codeHint:
    'Otrzymałeś(-aś) 8 cyfr. Otwierają one weryfikację twarzy na tym urządzeniu; potrzebny jest aparat.',
  codeLabel: 'Cyfry',
  codeSubmit: 'Dalej',
  codeErrorPrefix: 'Błąd: ',
  codeUnknown: 'Te cyfry nie działają. Sprawdź je lub poproś o nowe.',
  codeTooMany:
    'Było zbyt wiele prób. Odczekaj {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}} i spróbuj ponownie.',
  mailSubject: '{partner}: skonfiguruj logowanie twarzą',
  mailGreetingByName: 'Dzień dobry, {applicant},',
  mailGreeting: 'Dzień dobry,',
  mailRequest: '{partner} prosi o zrobienie jednego zdjęcia twarzy, aby można było później się nią logować.',
  mailOpenLink: 'Otwórz ten link na telefonie lub komputerze z aparatem:',
  mailValidity: 'Link jest przeznaczony tylko dla Ciebie i działa do {until}.',
  mailIgnore:
    'Jeśli nie spodziewasz się tej wiadomości, nie rób nic: bez Twojej zgody nie zostanie zrobione żadne zdjęcie.',
}
