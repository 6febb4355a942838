import type { Catalogue } from './catalogue.ts'

export const it: Catalogue = {
  codeTitle: 'Inserisca il Suo codice',
  codeHint:
    'Ha ricevuto un codice di 8 cifre. Apre la verifica del viso su questo dispositivo, che deve avere una fotocamera.',
  codeLabel: 'Codice',
  codeSubmit: 'Continua',
  codeErrorPrefix: 'Errore: ',
  codeUnknown: 'Questo codice non funziona. Lo controlli o ne chieda uno nuovo.',
  codeTooMany:
    'Ci sono stati troppi tentativi. Attenda {minutes, plural, one {# minuto} other {# minuti}} e riprovi.',
  mailSubject: '{partner}: configuri l’accesso con il viso',
  mailGreetingByName: 'Buongiorno {applicant},',
  mailGreeting: 'Buongiorno,',
  mailRequest:
    '{partner} Le chiede di scattare una foto del Suo viso, per poter accedere in seguito con il viso.',
  mailOpenLink: 'Apra questo link su un telefono o un computer con fotocamera:',
  mailValidity: 'Il link è solo per Lei ed è valido fino al {until}.',
  mailIgnore:
    'Se non si aspettava questo messaggio, non deve fare nulla: senza il Suo consenso non viene scattata nessuna foto.',
}
