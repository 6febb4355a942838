import type { Catalogue } from './catalogue.ts'

export const de: Catalogue = {
  codeTitle: 'Geben Sie Ihren Code ein',
  codeHint:
    'Sie haben einen Code aus 8 Ziffern erhalten. Er öffnet die Gesichtsprüfung auf diesem Gerät, das dafür eine Kamera braucht.',
  codeLabel: 'Code',
  codeSubmit: 'Weiter',
  codeErrorPrefix: 'Fehler: ',
  codeUnknown: 'Dieser Code gilt nicht. Prüfen Sie ihn oder fordern Sie einen neuen an.',
  codeTooMany:
    'Das waren zu viele Versuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}} und versuchen Sie es dann noch einmal.',
  mailSubject: '{partner}: Anmeldung mit Ihrem Gesicht einrichten',
  mailGreetingByName: 'Guten Tag {applicant},',
  mailGreeting: 'Guten Tag,',
  mailRequest:
    '{partner} bittet Sie um ein Foto Ihres Gesichts, damit Sie sich später mit Ihrem Gesicht anmelden können.',
  mailOpenLink: 'Öffnen Sie diesen Link auf einem Smartphone oder Computer mit Kamera:',
  mailValidity: 'Der Link ist nur für Sie bestimmt und gilt bis {until}.',
  mailIgnore:
    'Wenn Sie diese Nachricht nicht erwartet haben, müssen Sie nichts tun: Ohne Ihre Zustimmung wird kein Foto aufgenommen.',
}
