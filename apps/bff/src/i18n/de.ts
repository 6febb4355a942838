import type { Catalogue } from './catalogue.ts'

export const de: Catalogue = {
  codeTitle: 'Ziffern eingeben',
  codeHint:
    'Sie haben 8 Ziffern erhalten. Sie öffnen die Gesichtsprüfung auf diesem Gerät; es braucht eine Kamera.',
  codeLabel: 'Ziffern',
  codeSubmit: 'Weiter',
  codeErrorPrefix: 'Fehler: ',
  codeUnknown: 'Diese Ziffern gelten nicht. Prüfen Sie sie oder fordern Sie neue an.',
  codeTooMany:
    'Das waren zu viele Versuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}} und versuchen Sie es dann erneut.',
  mailSubject: '{partner}: Anmeldung mit Ihrem Gesicht einrichten',
  mailGreetingByName: 'Guten Tag {applicant},',
  mailGreeting: 'Guten Tag,',
  mailRequest:
    '{partner} bittet Sie um ein Bild Ihres Gesichts, damit Sie sich später damit anmelden können.',
  mailOpenLink: 'Öffnen Sie diesen Link auf einem Telefon oder Computer mit Kamera:',
  mailValidity: 'Der Link ist nur für Sie bestimmt und gilt bis {until}.',
  mailIgnore:
    'Wenn Sie diese Nachricht nicht erwartet haben, müssen Sie nichts tun: Ohne Ihre Zustimmung wird kein Bild aufgenommen.',
}
