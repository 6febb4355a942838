import type { Catalogue } from './catalogue.ts'

export const pl: Catalogue = {
  codeTitle: 'Wpisz swój kod',
  codeHint:
    'To kod z 8 cyfr, który do Ciebie wysłano. Otwiera weryfikację twarzy na tym urządzeniu; potrzebna jest kamera.',
  codeLabel: 'Kod',
  codeSubmit: 'Kontynuuj',
  codeErrorPrefix: 'Błąd: ',
  codeUnknown: 'Ten kod nie działa. Sprawdź go lub poproś o nowy.',
  codeTooMany:
    'Było zbyt wiele prób. Odczekaj {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}} i spróbuj ponownie.',
  mailSubject: '{partner}: skonfiguruj logowanie twarzą',
  mailGreetingByName: 'Dzień dobry, {applicant},',
  mailGreeting: 'Dzień dobry,',
  mailRequest:
    '{partner} prosi o zrobienie jednego zdjęcia twarzy, aby można było później logować się twarzą.',
  mailOpenLink: 'Otwórz ten link na telefonie lub komputerze z kamerą:',
  mailValidity: 'Link jest przeznaczony tylko dla Ciebie i działa do {until}.',
  mailIgnore:
    'Jeśli nie spodziewasz się tej wiadomości, nie musisz nic robić: bez Twojej zgody nie zostanie zrobione żadne zdjęcie.',
}
