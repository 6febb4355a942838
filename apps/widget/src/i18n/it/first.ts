import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Italian. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'il sito',
  loading: 'Un momento…',
  slow: 'Ci vuole più del solito.',
  start: {
    title: 'Confermi la Sua identità',
    lead: '{partner} Le chiede un selfie veloce. {count, plural, one {Ci vuole circa # secondo.} other {Ci vogliono circa # secondi.}}',
    stepsLabel: 'Come funziona',
    steps: {
      look: { title: 'Guardi la fotocamera', text: 'La foto viene scattata automaticamente.' },
      send: { title: 'Viene inviata una sola foto', text: 'Il video resta su questo dispositivo.' },
      compare: { title: 'La foto viene verificata', text: 'La confrontiamo con quella già registrata.' },
    },
    tipsLabel: 'Per una buona foto',
    tips: { 0: 'Luce sul viso', 1: 'Niente occhiali da sole o mascherina', 2: 'Nessun altro nella foto' },
    consent:
      'Scegliendo «Accetta e inizia» autorizza {partner} a scattare una foto del Suo viso e a confrontarla con quella registrata. Può rifiutare liberamente.',
    enrolment: {
      title: 'Aggiunga la Sua foto',
      keep: { title: 'La foto viene registrata', text: 'Servirà a confermare in seguito la Sua identità.' },
      consent:
        'Scegliendo «Accetta e inizia» autorizza {partner} a scattare una foto del Suo viso e a conservarla per riconoscerLa in seguito. Può rifiutare liberamente.',
    },
    agree: 'Accetta e inizia',
    refuse: 'No, grazie',
    working: 'Avvio…',
  },
  camera: {
    askingTitle: 'Consenta l’uso della fotocamera',
    askingText: 'Il browser chiede il permesso. Scelga «Consenti».',
    slowText: 'Non vede la domanda? Cerchi l’icona di una fotocamera accanto all’indirizzo della pagina.',
    skip: 'Continua senza fotocamera',
    liveTitle: 'Guardi la fotocamera',
    previewLabel: 'Immagine dal vivo della fotocamera, come allo specchio',
    shutter: 'Scatta la foto',
  },
  offline: { title: 'Nessuna connessione', text: 'Controlli la connessione a internet e riprovi.' },
  again: 'Riprova',
  cancel: 'Annulla',
  usePhone: 'Usa invece il telefono',
  otherWay: 'Scegli un altro modo',
  back: 'Torna a {partner}',
}
