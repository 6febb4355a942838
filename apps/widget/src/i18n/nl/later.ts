import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in Dutch. */
export const words: LaterWords = {
  controls: {
    device: 'Camera',
    deviceName: 'Camera {number}',
    sound: 'Gesproken aanwijzingen en geluiden',
  },
  guidance: {
    starting: 'Voorbereiden…',
    manual: 'Breng uw gezicht in het ovaal en druk op de knop',
    no_face: 'Breng uw gezicht in het ovaal',
    several_faces: 'Er is nog iemand in beeld. Alleen u, alstublieft',
    too_far: 'Kom iets dichterbij',
    too_close: 'Ga iets naar achteren',
    off_centre: 'Breng uw gezicht naar het midden',
    turned: 'Draai uw gezicht naar de camera',
    eyes_closed: 'Houd uw ogen open',
    too_dark: 'Het is te donker. Draai naar het licht toe',
    too_bright: 'Het is te licht. Draai van het licht weg',
    cropped: 'Laat uw hele gezicht zien',
    eyes_covered: 'Zet uw donkere bril af als dat kan',
    mouth_covered: 'Maak uw mond vrij als dat kan',
    face_covered: 'Maak uw gezicht vrij als dat kan',
    uneven_light: 'Eén kant is in de schaduw. Draai naar het licht toe',
    low_contrast: 'Het beeld is flets. Maak de lens schoon of zoek beter licht',
    grey_picture: 'Deze camera toont geen kleuren. Kies een andere',
    blurry: 'Het beeld is onscherp. Houd stil',
    hold_still: 'Houd stil…',
    missed: 'We zien geen gezicht. Breng het in het ovaal en druk opnieuw op de knop.',
  },
  steer: {
    turned: {
      left: 'Draai uw hoofd iets naar links',
      right: 'Draai uw hoofd iets naar rechts',
      up: 'Doe uw kin iets omhoog',
      down: 'Doe uw kin iets omlaag',
      upright: 'Houd uw hoofd recht',
    },
    off_centre: {
      left: 'Ga iets naar links',
      right: 'Ga iets naar rechts',
      up: 'Ga iets omhoog',
      down: 'Ga iets omlaag',
    },
  },
  turn: {
    title: 'Draai uw hoofd',
    cannot: 'Ik kan mijn hoofd niet draaien',
    words: {
      intro: 'We vragen u zo twee keer om uw hoofd een beetje te draaien',
      straight: 'Kijk recht in de camera',
      left: 'Draai uw hoofd langzaam naar links',
      right: 'Draai uw hoofd langzaam naar rechts',
      more: 'Nog een klein stukje',
      back: 'Goed. Kijk weer recht vooruit',
      too_fast: 'Iets langzamer, graag. Kijk recht vooruit om opnieuw te beginnen',
      too_far: 'Dat is iets te ver. Kijk recht vooruit om opnieuw te beginnen',
      wrong_way: 'Dat was de andere kant. Kijk recht vooruit om opnieuw te beginnen',
      lost: 'We zien u niet meer. Kijk recht in de camera',
      once_more: 'Nog een keer, graag. Kijk recht vooruit om opnieuw te beginnen',
    },
    again: {
      text: 'We konden niet goed zien hoe u uw hoofd draaide. Dit helpt:',
      tips: {
        0: 'Licht van voren op uw gezicht',
        1: 'Uw hoofd iets langzamer draaien',
        2: 'De camera op armlengte houden',
      },
      ways: 'Andere manieren',
    },
    ways: {
      title: 'Als u uw hoofd niet kunt draaien',
      text: 'U kunt uw hoofd ook stilhouden en de telefoon eromheen bewegen: langzaam, tegen de richting van de pijl in.',
      time: 'Ik heb meer tijd nodig',
      go: 'Doorgaan',
      slow: {
        title: 'Neem uw tijd',
        text: 'De tijd om uw hoofd te draaien is om. U kunt meer tijd krijgen.',
      },
      blind: {
        title: 'Deze browser kan uw hoofd niet volgen',
        text: 'Misschien lukt het in een andere browser of op een ander apparaat.',
      },
    },
  },
  upload: {
    preparing: 'Uw foto wordt voorbereid',
    title: 'Uw foto wordt verzonden',
    checkingTitle: 'Uw foto wordt gecontroleerd',
    text: 'Houd deze pagina open',
    progressLabel: 'Verzonden',
    pictureLabel: 'De foto die wordt verzonden',
  },
  retry: {
    title: 'Laten we het nog eens proberen',
    reasons: {
      no_face:
        'Er was geen gezicht op de foto te vinden. Houd de camera zo dat uw hele gezicht in het ovaal staat.',
      several_faces: 'Er stond meer dan één gezicht op de foto. Zorg dat alleen u in beeld bent.',
      face_too_small: 'Uw gezicht was te klein op de foto. Kom dichter bij de camera.',
      face_too_close: 'Uw gezicht was te dichtbij. Ga iets naar achteren, tot ongeveer een armlengte.',
      face_turned: 'Uw gezicht was afgewend. Kijk recht in de camera.',
      face_blurry: 'De foto was onscherp. Houd stil en maak de lens schoon als die vuil is.',
      image_unreadable: 'De foto kwam beschadigd aan. Maak een nieuwe.',
    },
    again: 'Opnieuw proberen',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'De camera is geblokkeerd',
        text: 'Sta de camera toe voor deze pagina en probeer het opnieuw.',
      },
      system: {
        title: 'Uw apparaat blokkeert de camera',
        text: 'Open in de instellingen van uw apparaat privacy en dan camera. Sta de camera toe voor uw browser en probeer het opnieuw.',
      },
      policy: {
        title: 'De camera kan hier niet worden gebruikt',
        text: 'De website die deze pagina toont, geeft geen toegang tot de camera. Laat het de beheerders weten.',
      },
      insecure: {
        title: 'Deze pagina is niet beveiligd',
        text: 'Browsers staan de camera alleen toe bij adressen die met https beginnen. Open de oorspronkelijke link opnieuw.',
      },
      missing: {
        title: 'Geen camera gevonden',
        text: 'Sluit een camera aan of zet er een aan en probeer het opnieuw.',
      },
      busy: {
        title: 'De camera reageert niet',
        text: 'Misschien gebruikt een andere app de camera. Sluit videogesprekken en camera-apps en probeer het opnieuw.',
      },
      unsupported: {
        title: 'Deze browser kan de camera niet gebruiken',
        text: 'Open de link in een andere browser, zoals die van uw apparaat zelf.',
      },
      skipped: {
        title: 'Doorgaan zonder camera',
        text: 'Kies een foto van uzelf die net is gemaakt. U kunt het ook opnieuw met de camera proberen.',
      },
    },
    orPhoto: 'U kunt ook een foto van uzelf kiezen.',
    steps: {
      chrome: 'Klik op het pictogram links van het adres en sta de camera toe.',
      android: 'Tik op het pictogram links van het adres, dan op “Rechten”, en sta de camera toe.',
      ios: 'Tik op het paginamenu in de adresbalk, dan op “Website-instellingen”, en zet de camera op “Sta toe”.',
      safari:
        'Kies in de menubalk Safari, dan de instellingen voor deze website, en zet de camera op “Sta toe”.',
      firefox: 'Klik op de doorgestreepte camera in de adresbalk en hef de blokkering op.',
      other: 'Zoek een camera- of slotpictogram naast het adres of open de instellingen van de browser.',
    },
    elsewhere: {
      open: 'Openen in uw browser',
      copy: 'Link kopiëren',
      copied: 'Link gekopieerd. Plak hem in uw browser om daar verder te gaan.',
    },
    tryCamera: 'Camera opnieuw proberen',
    cancel: 'Annuleren en terug',
  },
  photo: {
    choose: 'Foto kiezen',
    insist: 'Toch verzenden',
    hint: 'JPEG of PNG: uw gezicht van voren, niemand anders.',
    issues: {
      empty: 'Dit bestand is leeg. Kies een andere foto.',
      heic: 'Dit is een HEIC-foto, die hier niet kan worden gelezen. Kies een JPEG of PNG, of maak een nieuwe foto.',
      pdf: 'Dit is een PDF-document. Kies een JPEG- of PNG-foto.',
      wrong_type: 'Dit bestand is geen JPEG- of PNG-foto. Kies een ander.',
      too_many_pixels: 'Deze foto heeft meer dan 40 megapixel. Kies een kleinere, zoals een gewone selfie.',
      too_large: 'Deze foto is te groot. Kies er een onder 5 MB.',
      unreadable: 'Deze foto is beschadigd en kan niet worden geopend. Kies een andere.',
      refused: 'Deze foto kan niet worden gebruikt. Kies een andere JPEG of PNG.',
      no_face: 'Op deze foto is geen gezicht te vinden. Kies een andere of verzend hem toch.',
    },
  },
  problem: {
    kept: 'Uw foto is er nog. U hoeft hem niet opnieuw te maken.',
    retrying: '{count, plural, one {Nieuwe poging over # seconde.} other {Nieuwe poging over # seconden.}}',
    kinds: {
      unavailable: {
        title: 'Een ogenblik geduld',
        text: 'De controle is nu niet beschikbaar. Er gaat niets verloren.',
      },
      no_reference: {
        title: 'Nog niet klaar',
        text: 'Er is nog geen foto van u bekend om mee te vergelijken. Vraag het aan wie u deze link stuurde. De link werkt zodra de foto is toegevoegd.',
      },
      delayed: {
        title: 'Nog even geduld',
        text: 'U hebt het zojuist al geprobeerd. Voor uw veiligheid is er een pauze tot de volgende poging. Probeer het later opnieuw.',
      },
      locked: {
        title: 'Gepauzeerd voor uw veiligheid',
        text: 'Deze controle is meerdere keren niet gelukt en is daarom een tijdje gepauzeerd. Ga terug en kies een andere manier, of vraag het aan wie u deze link stuurde.',
      },
      unexpected: { title: 'Er ging iets mis', text: 'Het ligt niet aan u. Probeer het opnieuw.' },
    },
  },
  goBack: 'Terug',
  link: {
    used: {
      title: 'Deze link is al gebruikt',
      text: 'Elke link werkt maar één keer. Moet u nog bevestigen dat u het bent, ga dan terug en begin opnieuw.',
    },
    expired: {
      title: 'Deze link is verlopen',
      text: 'Voor uw veiligheid werken links maar kort. Ga terug en vraag een nieuwe aan.',
    },
    replaced: {
      title: 'Er is een nieuwere link',
      text: 'Deze is vervangen. Gebruik de nieuwste, of ga terug en begin opnieuw.',
    },
    invalid: {
      title: 'Deze link is niet geldig',
      text: 'Misschien is hij onvolledig. Open de hele link opnieuw of vraag een nieuwe aan.',
    },
    inUse: {
      title: 'Deze link is ergens anders geopend',
      text: 'Hij is in een andere browser of op een ander apparaat geopend. Ga daar verder of vraag een nieuwe link aan.',
    },
  },
  video: {
    lead: '{partner} vraagt u om een korte selfie en om uw hoofd een beetje te draaien.',
    look: {
      title: 'Kijk in de camera',
      text: 'Draai uw hoofd een beetje als daarom wordt gevraagd. De foto wordt automatisch gemaakt.',
    },
    send: {
      title: 'Een foto en een korte video worden verzonden',
      text: 'De video laat zonder geluid zien hoe u uw hoofd draait.',
    },
    consent:
      'Met “Akkoord en beginnen” geeft u {partner} toestemming om één foto van uw gezicht te maken en die te vergelijken met de foto die al bekend is, en om u maximaal drie seconden te filmen terwijl u uw hoofd draait en die video een beperkte tijd te bewaren. U mag altijd weigeren.',
  },
  notice: {
    title: 'Zo wordt uw foto gebruikt',
    controller: 'Verantwoordelijke',
    purpose: 'Doel',
    purposes: { authentication: 'Bevestigen dat u het bent', enrolment: 'U later herkennen' },
    kept: 'Bewaartermijn',
    days: '{count, plural, one {# dag} other {# dagen}}',
    notKept: 'Niet bewaard: na het vergelijken verwijderd',
    onFile: 'Tot de foto wordt verwijderd of vervangen',
    shared: 'Gedeeld met',
    nobody: 'Niemand anders',
    withdraw: 'Toestemming intrekken',
    privacy: 'Privacyverklaring',
    terms: 'Gebruiksvoorwaarden',
  },
  vendor: {
    lead: '{partner} vraagt u te bevestigen dat u het bent. De foto wordt gemaakt door een dienst waarmee wordt samengewerkt.',
    steps: {
      open: { title: 'De controle wordt geopend', text: 'Bij een dienst waarmee {partner} samenwerkt.' },
      look: { title: 'Kijk in de camera', text: 'Volg de aanwijzingen van de dienst.' },
      compare: {
        title: 'Uw gezicht wordt gecontroleerd',
        text: 'Het wordt vergeleken met wat al bekend is. Daarna komt u hier terug.',
      },
    },
    consent:
      'Met “Akkoord en beginnen” geeft u {partner} en de dienst waarmee wordt samengewerkt toestemming om uw gezicht te filmen en te vergelijken met wat al bekend is. U mag altijd weigeren.',
    goingTitle: 'U gaat naar de controle',
    awayTitle: 'Ga verder naar de controle',
    awayText: 'De controle staat op een andere pagina. Daarna komt u hier terug.',
    besideText:
      'De controle wordt geopend in een nieuw tabblad. Is die daar klaar, dan gaat deze pagina automatisch verder.',
    open: 'Controle openen',
    frameTitle: 'Gezichtscontrole',
    frameLabel: 'Gezichtscontrole van de dienst',
    appCode: 'Of voer deze code in de app van de dienst in:',
    waitTitle: 'Bijna klaar',
    waitText: 'We wachten op het resultaat. Houd deze pagina open.',
    slowText: 'Dit duurt langer dan anders. U kunt blijven wachten: er gaat niets verloren.',
  },
  done: {
    title: 'Foto ontvangen',
    text: 'U gaat terug naar {partner}…',
    leftTitle: 'Geen probleem',
    leaving: 'Een ogenblik…',
  },
}
