import type { LaterWords } from './catalogue.ts'

/** The words from the camera on, in Italian. */
export const it: LaterWords = {
  controls: {
    device: 'Fotocamera',
    deviceName: 'Fotocamera {number}',
    sound: 'Indicazioni vocali e suoni',
  },
  guidance: {
    starting: 'Preparazione…',
    manual: 'Porti il viso nell’ovale e prema il pulsante',
    no_face: 'Porti il viso nell’ovale',
    several_faces: 'Solo Lei, per favore: si vede un’altra persona',
    too_far: 'Si avvicini un po’',
    too_close: 'Si allontani un po’',
    off_centre: 'Porti il viso al centro',
    turned: 'Giri la testa verso la fotocamera',
    eyes_closed: 'Tenga gli occhi aperti',
    too_dark: 'È troppo buio. Si giri verso una luce',
    too_bright: 'C’è troppa luce. Si giri dall’altra parte',
    cropped: 'Mostri il viso intero',
    eyes_covered: 'Tolga gli occhiali scuri, se può',
    mouth_covered: 'Scopra la bocca, se può',
    face_covered: 'Scopra il viso, se può',
    uneven_light: 'Un lato è in ombra. Si giri verso la luce',
    low_contrast: 'L’immagine è sbiadita. Pulisca l’obiettivo o cerchi più luce',
    grey_picture: 'Questa fotocamera non mostra colori. Ne scelga un’altra',
    blurry: 'L’immagine è sfocata. Stia fermo',
    hold_still: 'Stia fermo…',
    missed: 'In quella foto non si vedeva un viso. Si posizioni nell’ovale e prema di nuovo.',
  },
  steer: {
    turned: {
      left: 'Giri un po’ la testa a sinistra',
      right: 'Giri un po’ la testa a destra',
      up: 'Alzi un po’ il mento',
      down: 'Abbassi un po’ il mento',
      upright: 'Tenga la testa dritta',
    },
    off_centre: {
      left: 'Si sposti un po’ a sinistra',
      right: 'Si sposti un po’ a destra',
      up: 'Si alzi un po’',
      down: 'Si abbassi un po’',
    },
  },
  turn: {
    title: 'Giri la testa',
    cannot: 'Non posso girare la testa',
    words: {
      intro: 'Ora Le chiederemo due volte di girare un po’ la testa',
      straight: 'Guardi dritto nella fotocamera',
      left: 'Giri lentamente la testa alla Sua sinistra',
      right: 'Giri lentamente la testa alla Sua destra',
      more: 'Ancora un po’',
      back: 'Bene. Guardi dritto davanti a sé',
      too_fast: 'Un po’ più piano. Guardi dritto per ricominciare',
      too_far: 'Basta così. Guardi dritto per ricominciare',
      wrong_way: 'Era l’altro lato. Guardi dritto per ricominciare',
      lost: 'Non La vediamo più. Guardi dritto nella fotocamera',
      once_more: 'Ancora una volta. Guardi dritto per ricominciare',
    },
    again: {
      text: 'Il movimento non si è visto abbastanza bene. Può aiutare:',
      tips: {
        0: 'Luce sul viso, di fronte',
        1: 'Girare la testa un po’ più lentamente',
        2: 'Tenere la fotocamera alla distanza di un braccio',
      },
      ways: 'Altri modi per proseguire',
    },
    ways: {
      title: 'Se non può girare la testa',
      text: 'Può anche tenere ferma la testa e muovere il telefono intorno ad essa: lentamente, nel verso opposto alla freccia.',
      time: 'Ho bisogno di più tempo',
      go: 'Continua',
      slow: {
        title: 'Faccia con calma',
        text: 'Il tempo per girare la testa è scaduto. Può averne di più.',
      },
      blind: {
        title: 'Qui il movimento non si vede',
        text: 'Questo browser non riesce a seguire la testa. Forse funziona con un altro browser o un altro dispositivo.',
      },
    },
  },
  upload: {
    preparing: 'Preparazione della foto',
    title: 'Invio della foto',
    checkingTitle: 'Quasi fatto',
    text: 'Tenga aperta questa pagina',
    progressLabel: 'Inviato',
    pictureLabel: 'La foto che viene inviata',
  },
  retry: {
    title: 'Proviamo ancora una volta',
    reasons: {
      no_face:
        'Nella foto non si trova un viso. Tenga la fotocamera in modo che tutto il viso sia nell’ovale.',
      several_faces: 'Nella foto c’era più di un viso. Si assicuri che si veda solo Lei.',
      face_too_small: 'Il Suo viso era troppo piccolo nella foto. Si avvicini alla fotocamera.',
      face_too_close: 'Il Suo viso riempiva la foto. Si allontani un po’, a circa un braccio di distanza.',
      face_turned: 'Il Suo viso era girato. Guardi dritto nella fotocamera.',
      face_blurry: 'La foto era sfocata. Stia fermo e pulisca l’obiettivo se è sporco.',
      image_unreadable: 'La foto è arrivata danneggiata. Ne scatti un’altra.',
    },
    again: 'Riprova',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'La fotocamera è bloccata',
        text: 'Per usarla, consenta la fotocamera a questa pagina e riprovi.',
      },
      system: {
        title: 'Il dispositivo blocca la fotocamera',
        text: 'Apra le impostazioni del dispositivo, poi privacy, poi fotocamera. La consenta al browser e riprovi.',
      },
      policy: {
        title: 'La fotocamera non arriva alla pagina',
        text: 'Il sito che mostra questa pagina non le lascia usare la fotocamera. I suoi gestori devono aggiungere allow="camera" al riquadro.',
      },
      insecure: {
        title: 'Questa pagina non è sicura',
        text: 'I browser consentono la fotocamera solo con indirizzi che iniziano con https. Apra di nuovo il link originale.',
      },
      missing: {
        title: 'Nessuna fotocamera trovata',
        text: 'Colleghi o accenda una fotocamera e riprovi.',
      },
      busy: {
        title: 'La fotocamera non risponde',
        text: 'Forse la usa un’altra app. Chiuda le videochiamate e le app della fotocamera e riprovi.',
      },
      unsupported: {
        title: 'Questo browser non può usare la fotocamera',
        text: 'Apra il link in un altro browser, per esempio quello del Suo dispositivo.',
      },
      skipped: {
        title: 'Continua senza fotocamera',
        text: 'Scelga una Sua foto scattata adesso. Può anche riprovare con la fotocamera.',
      },
    },
    orPhoto: 'Può anche scegliere una Sua foto.',
    steps: {
      chrome: 'Faccia clic sull’icona a sinistra dell’indirizzo e consenta la fotocamera.',
      android: 'Tocchi l’icona a sinistra dell’indirizzo, poi «Autorizzazioni», e consenta la fotocamera.',
      ios: 'Tocchi il menu della pagina nella barra degli indirizzi, poi le impostazioni del sito, e metta la fotocamera su «Consenti».',
      safari:
        'Nella barra dei menu scelga Safari, «Impostazioni per questo sito web», e metta la fotocamera su «Consenti».',
      firefox: 'Faccia clic sulla fotocamera barrata nella barra degli indirizzi e tolga il blocco.',
      other:
        'Cerchi l’icona di una fotocamera o di un lucchetto accanto all’indirizzo o nelle impostazioni del browser.',
    },
    elsewhere: {
      open: 'Apri nel tuo browser',
      copied: 'Il link è stato copiato. Incollalo nel tuo browser: il controllo continua lì.',
    },
    tryCamera: 'Riprova con la fotocamera',
    cancel: 'Annulla e torna indietro',
  },
  photo: {
    choose: 'Scegli una foto',
    insist: 'Invia comunque',
    hint: 'JPEG o PNG, il Suo viso di fronte, nessun altro.',
    issues: {
      empty: 'Quel file è vuoto. Scelga un’altra foto.',
      heic: 'È una foto HEIC, che qui non si può leggere. Scelga un JPEG o PNG, o scatti una nuova foto.',
      pdf: 'È un documento PDF. Scelga una foto: JPEG o PNG.',
      wrong_type: 'Quel file non è una foto JPEG o PNG. Ne scelga un altro.',
      too_many_pixels:
        'Quella foto ha più di 40 megapixel. Ne scelga una più piccola, come un normale selfie.',
      too_large: 'Quella foto è troppo grande. Ne scelga una sotto i 5 MB.',
      unreadable: 'Quella foto è danneggiata e non si può aprire. Ne scelga un’altra.',
      refused: 'Quella foto non si può usare. Scelga un altro JPEG o PNG.',
      no_face: 'In quella foto non si vede un viso. Ne scelga un’altra o la invii comunque.',
    },
  },
  problem: {
    kept: 'La Sua foto è conservata: non deve scattarla di nuovo.',
    retrying: '{count, plural, one {Nuovo tentativo tra # secondo.} other {Nuovo tentativo tra # secondi.}}',
    kinds: {
      unavailable: {
        title: 'Attenda un momento',
        text: 'Il controllo non è disponibile in questo momento. Non si perde nulla.',
      },
      no_reference: {
        title: 'Non ancora pronto',
        text: 'Non c’è una Sua foto registrata con cui confrontare. Chieda a chi Le ha inviato questo link; funzionerà quando la foto ci sarà.',
      },
      delayed: {
        title: 'Attenda un po’',
        text: 'Si è appena provato. Per sicurezza c’è una pausa prima della prossima volta: riprovi più tardi.',
      },
      locked: {
        title: 'In pausa per sicurezza',
        text: 'Questo controllo non è riuscito più volte e resta in pausa per un po’. Torni indietro e scelga un’altra soluzione, oppure chieda a chi Le ha inviato questo link.',
      },
      unexpected: { title: 'Qualcosa è andato storto', text: 'Non dipende da Lei. Riprovi.' },
    },
  },
  link: {
    used: {
      title: 'Questo link è già stato usato',
      text: 'Un link vale una volta. Se deve ancora confermare la Sua identità, torni indietro e ricominci.',
    },
    expired: {
      title: 'Questo link è scaduto',
      text: 'Per la Sua sicurezza i link durano poco. Torni indietro e ne chieda uno nuovo.',
    },
    replaced: {
      title: 'C’è un link più recente',
      text: 'Questo è stato sostituito. Usi il più recente, o torni indietro e ricominci.',
    },
    invalid: {
      title: 'Questo link non è valido',
      text: 'Forse è incompleto. Apra di nuovo il link intero o ne chieda uno nuovo.',
    },
    inUse: {
      title: 'Questo link è aperto altrove',
      text: 'È stato aperto in un altro browser o su un altro dispositivo. Continui lì o chieda un nuovo link.',
    },
  },
  video: {
    lead: '{partner} Le chiede un selfie veloce e di girare un po’ la testa.',
    look: {
      title: 'Guardi nella fotocamera',
      text: 'Giri un po’ la testa. La foto viene scattata automaticamente.',
    },
    send: {
      title: 'Si inviano una foto e un breve video',
      text: 'Il video La mostra, senza audio, mentre gira la testa.',
    },
    consent:
      'Scegliendo «Accetto, inizia» consente a {partner} di scattare una foto del Suo viso e di confrontarla con quella registrata, nonché di filmarLa per al massimo tre secondi mentre gira la testa e di conservare il video per un tempo limitato. È libero di rifiutare.',
  },
  notice: {
    title: 'Come viene usata la sua foto',
    controller: 'Titolare del trattamento',
    purpose: 'Finalità',
    purposes: { authentication: 'Confermare che è lei', enrolment: 'Riconoscerla in seguito' },
    kept: 'Conservazione',
    days: '{count, plural, one {# giorno} many {# giorni} other {# giorni}}',
    notKept: 'Non conservata: eliminata dopo il confronto',
    onFile: 'Finché non viene eliminata o sostituita',
    shared: 'Condivisa con',
    nobody: 'Nessun altro',
    withdraw: 'Revocare il consenso',
    privacy: 'Informativa sulla privacy',
    terms: 'Condizioni d’uso',
  },
  vendor: {
    lead: '{partner} Le chiede di confermare che è Lei. La foto viene scattata da un servizio di fiducia.',
    steps: {
      open: { title: 'Si apre la verifica', text: 'Presso il servizio con cui lavora {partner}.' },
      look: { title: 'Guardi la fotocamera', text: 'Segua le indicazioni del servizio.' },
      compare: {
        title: 'Viene confrontata',
        text: 'Con ciò che è già registrato. Poi torna qui automaticamente.',
      },
    },
    consent:
      'Scegliendo «Accetto, inizia» consente a {partner} e al servizio con cui lavora di riprendere il Suo viso e di confrontarlo con ciò che è registrato. È libero di rifiutare.',
    goingTitle: 'Passaggio alla verifica',
    awayTitle: 'Continui con la verifica',
    awayText: 'La verifica è su un’altra pagina. Tornerà qui alla fine.',
    besideText: 'La verifica si apre in una nuova scheda. Al termine questa pagina prosegue da sola.',
    open: 'Apri la verifica',
    frameTitle: 'Verifica del viso',
    frameLabel: 'Verifica del viso del servizio',
    appCode: 'Oppure inserisca questo codice nell’app del servizio:',
    waitTitle: 'Quasi finito',
    waitText: 'La verifica è in corso di esame. Tenga aperta questa pagina.',
    slowText: 'Ci vuole più del solito. Può continuare ad attendere: nulla va perso.',
  },
  done: {
    title: 'Foto ricevuta',
    text: 'Ritorno a {partner}…',
    leftTitle: 'Nessun problema',
    leaving: 'Un momento…',
  },
}
