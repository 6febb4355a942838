import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in Italian. */
export const words: LaterWords = {
  controls: {
    device: 'Fotocamera',
    deviceName: 'Fotocamera {number}',
    sound: 'Indicazioni vocali e suoni',
  },
  guidance: {
    starting: 'Preparazione…',
    manual: 'Inquadri il viso nell’ovale e prema il pulsante',
    no_face: 'Inquadri il viso nell’ovale',
    several_faces: 'Si vede un’altra persona. Solo Lei, per favore',
    too_far: 'Si avvicini un po’',
    too_close: 'Si allontani un po’',
    off_centre: 'Porti il viso al centro',
    turned: 'Giri il viso verso la fotocamera',
    eyes_closed: 'Tenga gli occhi aperti',
    too_dark: 'C’è poca luce. Si giri verso la luce',
    too_bright: 'C’è troppa luce. Si giri dall’altra parte',
    cropped: 'Mostri tutto il viso',
    eyes_covered: 'Se può, tolga gli occhiali scuri',
    mouth_covered: 'Se può, scopra la bocca',
    face_covered: 'Se può, scopra il viso',
    uneven_light: 'Un lato è in ombra. Si giri verso la luce',
    low_contrast: 'L’immagine è sbiadita. Pulisca l’obiettivo o cerchi più luce',
    grey_picture: 'Questa fotocamera non mostra i colori. Ne scelga un’altra',
    blurry: 'L’immagine è sfocata. Non si muova',
    hold_still: 'Non si muova…',
    missed: 'Non si vede nessun viso. Lo inquadri nell’ovale e prema di nuovo il pulsante.',
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
      back: 'Bene. Torni a guardare davanti a sé',
      too_fast: 'Un po’ più piano, per favore. Guardi davanti a sé per ricominciare',
      too_far: 'Un po’ troppo. Guardi davanti a sé per ricominciare',
      wrong_way: 'Era l’altro lato. Guardi davanti a sé per ricominciare',
      lost: 'Non La vediamo più. Guardi dritto nella fotocamera',
      once_more: 'Ancora una volta, per favore. Guardi davanti a sé per ricominciare',
    },
    again: {
      text: 'Il movimento della testa non si è visto abbastanza bene. Ecco che cosa aiuta:',
      tips: {
        0: 'Luce sul viso, di fronte',
        1: 'Girare la testa un po’ più lentamente',
        2: 'Tenere la fotocamera a un braccio di distanza',
      },
      ways: 'Altri modi per continuare',
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
        title: 'Questo browser non riesce a seguire la testa',
        text: 'Forse funziona con un altro browser o su un altro dispositivo.',
      },
    },
  },
  upload: {
    preparing: 'Preparazione della foto',
    title: 'Invio della foto',
    checkingTitle: 'Verifica della foto',
    text: 'Tenga aperta questa pagina',
    progressLabel: 'Inviato',
    pictureLabel: 'La foto che viene inviata',
  },
  retry: {
    title: 'Proviamo ancora una volta',
    reasons: {
      no_face:
        'Nella foto non abbiamo trovato un viso. Tenga la fotocamera in modo che tutto il viso sia nell’ovale.',
      several_faces: 'Nella foto c’era più di un viso. Controlli che nella foto non ci sia nessun altro.',
      face_too_small: 'Il Suo viso era troppo piccolo nella foto. Si avvicini alla fotocamera.',
      face_too_close: 'Il Suo viso era troppo vicino. Si allontani un po’, a circa un braccio di distanza.',
      face_turned: 'Il Suo viso era girato. Guardi dritto nella fotocamera.',
      face_blurry: 'La foto era sfocata. Non si muova e, se l’obiettivo è sporco, lo pulisca.',
      image_unreadable: 'La foto è arrivata danneggiata. Ne scatti un’altra.',
    },
    again: 'Riprova',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'La fotocamera è bloccata',
        text: 'Consenta a questa pagina di usare la fotocamera e riprovi.',
      },
      system: {
        title: 'Il dispositivo blocca la fotocamera',
        text: 'Nelle impostazioni del dispositivo apra la sezione privacy e poi fotocamera. Consenta l’uso al browser e riprovi.',
      },
      policy: {
        title: 'Qui non si può usare la fotocamera',
        text: 'Il sito che mostra questa pagina non le permette di usare la fotocamera. Lo segnali a chi lo gestisce.',
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
        text: 'Forse la sta usando un’altra app. Chiuda le videochiamate e le app della fotocamera e riprovi.',
      },
      unsupported: {
        title: 'Questo browser non può usare la fotocamera',
        text: 'Apra il link in un altro browser, per esempio quello già presente sul dispositivo.',
      },
      skipped: {
        title: 'Continui senza fotocamera',
        text: 'Scelga una Sua foto scattata proprio ora. Può anche riprovare con la fotocamera.',
      },
    },
    orPhoto: 'Può anche scegliere una Sua foto.',
    steps: {
      chrome: 'Faccia clic sull’icona a sinistra dell’indirizzo e consenta la fotocamera.',
      android: 'Tocchi l’icona a sinistra dell’indirizzo, poi «Autorizzazioni», e consenta la fotocamera.',
      ios: 'Tocchi il menu della pagina nella barra degli indirizzi, poi «Impostazioni sito web», e imposti la fotocamera su «Consenti».',
      safari:
        'Nella barra dei menu scelga Safari, poi le impostazioni per questo sito web, e imposti la fotocamera su «Consenti».',
      firefox: 'Faccia clic sulla fotocamera barrata nella barra degli indirizzi e tolga il blocco.',
      other:
        'Cerchi l’icona di una fotocamera o di un lucchetto accanto all’indirizzo, oppure apra le impostazioni del browser.',
    },
    elsewhere: {
      open: 'Apri nel browser',
      copy: 'Copia il link',
      copied: 'Link copiato. Lo incolli nel browser per continuare lì.',
    },
    tryCamera: 'Riprova con la fotocamera',
    cancel: 'Annulla e torna indietro',
  },
  photo: {
    choose: 'Scegli una foto',
    insist: 'Invia comunque',
    hint: 'JPEG o PNG: il Suo viso di fronte, nessun altro.',
    issues: {
      empty: 'Questo file è vuoto. Scelga un’altra foto.',
      heic: 'È una foto HEIC, che qui non si può leggere. Scelga un JPEG o PNG, o scatti una nuova foto.',
      pdf: 'È un documento PDF. Scelga una foto JPEG o PNG.',
      wrong_type: 'Questo file non è una foto JPEG o PNG. Ne scelga un altro.',
      too_many_pixels:
        'Questa foto ha più di 40 megapixel. Ne scelga una più piccola, come un normale selfie.',
      too_large: 'Questa foto è troppo grande. Ne scelga una sotto i 5 MB.',
      unreadable: 'Questa foto è danneggiata e non si può aprire. Ne scelga un’altra.',
      refused: 'Questa foto non si può usare. Scelga un altro JPEG o PNG.',
      no_face: 'In questa foto non abbiamo trovato un viso. Ne scelga un’altra o la invii comunque.',
    },
  },
  problem: {
    kept: 'La Sua foto è ancora qui. Non deve scattarla di nuovo.',
    retrying: '{count, plural, one {Nuovo tentativo tra # secondo.} other {Nuovo tentativo tra # secondi.}}',
    kinds: {
      unavailable: {
        title: 'Attenda un momento',
        text: 'La verifica non è disponibile in questo momento. Non va perso nulla.',
      },
      no_reference: {
        title: 'Non ancora pronto',
        text: 'Non c’è ancora una Sua foto registrata con cui fare il confronto. Si rivolga a chi Le ha inviato questo link. Funzionerà appena la foto sarà stata aggiunta.',
      },
      delayed: {
        title: 'Attenda un po’',
        text: 'Ha appena provato. Per la Sua sicurezza c’è una pausa prima del prossimo tentativo. Riprovi più tardi.',
      },
      locked: {
        title: 'In pausa per la Sua sicurezza',
        text: 'Questa verifica non è riuscita più volte, perciò resta in pausa per un po’. Torni indietro e scelga un altro modo, oppure si rivolga a chi Le ha inviato questo link.',
      },
      unexpected: { title: 'Qualcosa è andato storto', text: 'Non dipende da Lei. Riprovi.' },
    },
  },
  goBack: 'Indietro',
  link: {
    used: {
      title: 'Questo link è già stato usato',
      text: 'Ogni link vale una sola volta. Se deve ancora confermare la Sua identità, torni indietro e ricominci.',
    },
    expired: {
      title: 'Questo link è scaduto',
      text: 'Per la Sua sicurezza i link durano poco. Torni indietro e ne chieda uno nuovo.',
    },
    replaced: {
      title: 'C’è un link più recente',
      text: 'Questo è stato sostituito. Usi il più recente, oppure torni indietro e ricominci.',
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
      title: 'Guardi la fotocamera',
      text: 'Giri un po’ la testa quando richiesto. La foto viene scattata automaticamente.',
    },
    send: {
      title: 'Vengono inviati una foto e un breve video',
      text: 'Il video La mostra, senza audio, mentre gira la testa.',
    },
    consent:
      'Scegliendo «Accetta e inizia» autorizza {partner} a scattare una foto del Suo viso e a confrontarla con quella registrata, nonché a filmarLa per non più di tre secondi mentre gira la testa e a conservare il video per un tempo limitato. Può rifiutare liberamente.',
  },
  notice: {
    title: 'Come viene usata la Sua foto',
    controller: 'Titolare del trattamento',
    purpose: 'Finalità',
    purposes: { authentication: 'Confermare la Sua identità', enrolment: 'RiconoscerLa in seguito' },
    kept: 'Periodo di conservazione',
    days: '{count, plural, one {# giorno} many {# giorni} other {# giorni}}',
    notKept: 'Non conservata: eliminata dopo il confronto',
    onFile: 'Finché non viene eliminata o sostituita',
    shared: 'Condivisa con',
    nobody: 'Nessun altro',
    withdraw: 'Revoca il consenso',
    privacy: 'Informativa sulla privacy',
    terms: 'Condizioni d’uso',
  },
  vendor: {
    lead: '{partner} Le chiede di confermare la Sua identità. La foto viene scattata da un servizio partner.',
    steps: {
      open: { title: 'Si apre la verifica', text: 'Presso un servizio con cui lavora {partner}.' },
      look: { title: 'Guardi la fotocamera', text: 'Segua le indicazioni del servizio.' },
      compare: {
        title: 'Il viso viene verificato',
        text: 'Viene confrontato con ciò che è già registrato. Poi torna qui.',
      },
    },
    consent:
      'Scegliendo «Accetta e inizia» autorizza {partner} e il servizio partner a riprendere il Suo viso e a confrontarlo con ciò che è registrato. Può rifiutare liberamente.',
    goingTitle: 'Apertura della verifica',
    awayTitle: 'Prosegua con la verifica',
    awayText: 'La verifica è su un’altra pagina. Alla fine tornerà qui.',
    besideText: 'La verifica si apre in una nuova scheda. Al termine questa pagina prosegue automaticamente.',
    open: 'Apri la verifica',
    frameTitle: 'Verifica del viso',
    frameLabel: 'Verifica del viso da parte del servizio',
    appCode: 'Oppure inserisca questo codice nell’app del servizio:',
    waitTitle: 'Quasi finito',
    waitText: 'Siamo in attesa del risultato. Tenga aperta questa pagina.',
    slowText: 'Ci vuole più del solito. Può continuare ad attendere: non va perso nulla.',
  },
  done: {
    title: 'Foto ricevuta',
    text: 'Ritorno a {partner}…',
    leftTitle: 'Nessun problema',
    leaving: 'Un momento…',
  },
}
