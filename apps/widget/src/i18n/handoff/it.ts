import type { HandoffWords } from './handoff-copy.ts'

export const it: HandoffWords = {
  title: 'Continua sul telefono',
  scan: 'Inquadra questo codice con la fotocamera del telefono.',
  codeLabel: 'Codice che apre questo controllo sul telefono',
  number: 'Digita questo numero sul telefono:',
  digits: 'Non riesci a inquadrarlo? Apri {address} sul telefono e digita',
  waiting: 'In attesa del telefono…',
  here: 'Resta su questo dispositivo',
  connectedTitle: 'Il telefono ha preso il controllo',
  connectedText: 'Termina sul telefono. Questa pagina prosegue da sola.',
  takeBack: 'Continua comunque qui',
  cancelledTitle: 'Ricominciamo',
  cancelledText:
    'Il codice è stato annullato, oppure il numero era sbagliato due volte. Nessuna foto è stata inviata.',
  again: 'Mostra un nuovo codice',
  claimTitle: 'Continuare qui?',
  claimText: '{partner} chiede questo controllo. È stato avviato in {source}.',
  sourceBoth: '{browser} su {system}',
  sourceUnknown: 'un altro dispositivo',
  claimWarning:
    'Prosegui solo se l’hai avviato tu e vedi il numero su quel dispositivo. Nessuno può chiedertelo con un messaggio o una telefonata.',
  numberLabel: 'Numero mostrato sull’altro dispositivo',
  submit: 'Continua',
  wrong: 'Non è il numero mostrato. Guarda di nuovo e digita entrambe le cifre.',
  invalidTitle: 'Questo codice non funziona più',
  invalidText: 'I codici cambiano ogni 20 secondi. Inquadra quello che l’altro dispositivo mostra ora.',
  offline: 'Nessuna connessione. Controllala e riprova.',
  doneTitle: 'Fatto su questo telefono',
  doneText: 'Puoi chiudere questa pagina. L’altro dispositivo prosegue da solo.',
}
