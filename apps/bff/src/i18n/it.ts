import type { Catalogue } from './catalogue.ts'

export const it: Catalogue = {
  codeTitle: 'Inserisci le cifre',
  codeHint:
    'Hai ricevuto 8 cifre. Aprono il controllo del volto su questo dispositivo, che deve avere una fotocamera.',
  codeLabel: 'Cifre',
  codeSubmit: 'Continua',
  codeErrorPrefix: 'Errore: ',
  codeUnknown: 'Queste cifre non funzionano. Controllale o chiedine di nuove.',
  codeTooMany:
    'Ci sono stati troppi tentativi. Attendi {minutes, plural, one {# minuto} other {# minuti}}, poi riprova.',
  mailSubject: '{partner}: configura l’accesso con il tuo volto',
  mailGreetingByName: 'Ciao {applicant},',
  mailGreeting: 'Ciao,',
  mailRequest:
    '{partner} ti chiede di scattare una foto del tuo volto, per poter accedere con quello in seguito.',
  mailOpenLink: 'Apri questo link su un telefono o un computer con fotocamera:',
  mailValidity: 'Il link è solo per te e funziona fino al {until}.',
  mailIgnore:
    'Se non aspettavi questo messaggio, non fare nulla: nessuna foto viene scattata senza il tuo consenso.',
}
