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
    stepsLabel: 'Che cosa succede',
    steps: {
      look: { title: 'Guardi nella fotocamera', text: 'La foto viene scattata automaticamente.' },
      send: { title: 'Si invia una sola foto', text: 'Il video resta su questo dispositivo.' },
      compare: { title: 'Viene confrontata', text: 'Con la foto già registrata.' },
    },
    tipsLabel: 'Per una buona foto',
    tips: { 0: 'Luce sul viso', 1: 'Niente occhiali da sole o mascherina', 2: 'Solo Lei nell’immagine' },
    consent:
      'Scegliendo «Accetto, inizia» consente a {partner} di scattare una foto del Suo viso e di confrontarla con quella registrata. È libero di rifiutare.',
    enrolment: {
      title: 'Aggiunga la Sua foto',
      keep: { title: 'Viene conservata', text: 'Con essa potrà confermare in seguito la Sua identità.' },
      consent:
        'Scegliendo «Accetto, inizia» consente a {partner} di scattare una foto del Suo viso e di conservarla per riconoscerLa in seguito. È libero di rifiutare.',
    },
    agree: 'Accetto, inizia',
    refuse: 'No, grazie',
    working: 'Avvio…',
  },
  camera: {
    askingTitle: 'Consenta la fotocamera',
    askingText: 'Il browser chiede il permesso. Scelga «Consenti».',
    slowText: 'Non vede la domanda? Cerchi l’icona della fotocamera accanto all’indirizzo della pagina.',
    skip: 'Continua senza fotocamera',
    liveTitle: 'Guardi nella fotocamera',
    previewLabel: 'Immagine della fotocamera, come allo specchio',
    shutter: 'Scatta la foto',
  },
  offline: { title: 'Nessuna connessione', text: 'Controlli la connessione a Internet e riprovi.' },
  again: 'Riprova',
  cancel: 'Annulla',
  usePhone: 'Usa invece il telefono',
  otherWay: 'Usa un altro modo',
  back: 'Torna a {partner}',
}
