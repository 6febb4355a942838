import type { HandoffWords } from '../handoff-copy.ts'

export const words: HandoffWords = {
  title: 'Continui sul telefono',
  scan: 'Inquadri questo codice con la fotocamera del telefono.',
  codeLabel: 'Codice che apre questa verifica sul telefono',
  number: 'Poi digiti questo numero sul telefono:',
  digits: 'Non riesce a inquadrarlo? Apra {address} sul telefono e digiti',
  waiting: 'In attesa del telefono…',
  here: 'Resta su questo dispositivo',
  connectedTitle: 'Il telefono è collegato',
  connectedText: 'Termini sul telefono. Poi questa pagina prosegue automaticamente.',
  takeBack: 'Continua comunque qui',
  cancelledTitle: 'Ricominciamo',
  cancelledText:
    'Il codice è stato annullato, oppure il numero era sbagliato due volte. Nessuna foto è stata inviata.',
  again: 'Mostra un nuovo codice',
  claimTitle: 'Continuare qui?',
  claimText: '{partner} chiede questa verifica. È stata avviata in {source}.',
  sourceBoth: '{browser} su {system}',
  sourceUnknown: 'un browser su un altro dispositivo',
  claimWarning:
    'Prosegua solo se ha avviato Lei la verifica e vede il numero sull’altro dispositivo. Nessuno deve chiederglielo in un messaggio o al telefono.',
  numberLabel: 'Numero mostrato sull’altro dispositivo',
  submit: 'Continua',
  wrong: 'Non è il numero mostrato. Guardi di nuovo e digiti entrambe le cifre.',
  invalidTitle: 'Questo codice non funziona più',
  invalidText: 'I codici cambiano ogni 20 secondi. Inquadri quello che l’altro dispositivo mostra ora.',
  typeDigits: 'Digita invece le cifre',
  offline: 'Nessuna connessione. Controlli la connessione a internet e riprovi.',
  doneTitle: 'Torni all’altro dispositivo',
  doneText: 'Può chiudere questa pagina. L’altro dispositivo prosegue automaticamente.',
}
