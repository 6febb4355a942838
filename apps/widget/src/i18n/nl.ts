import type { LaterWords } from './catalogue.ts'

/** The words from the camera on, in Dutch. */
export const nl: LaterWords = {
  controls: {
    device: 'Camera',
    deviceName: 'Camera {number}',
    sound: 'Gesproken aanwijzingen en tonen',
  },
  guidance: {
    starting: 'Voorbereiden…',
    manual: 'Plaats uw gezicht in het ovaal en druk op de knop',
    no_face: 'Plaats uw gezicht in het ovaal',
    several_faces: 'Alleen u, alstublieft: er is nog iemand in beeld',
    too_far: 'Kom iets dichterbij',
    too_close: 'Ga iets naar achteren',
    off_centre: 'Breng uw gezicht naar het midden',
    turned: 'Draai uw hoofd naar de camera',
    eyes_closed: 'Houd uw ogen open',
    too_dark: 'Het is te donker. Draai u naar het licht',
    too_bright: 'Het is te licht. Draai u van het licht af',
    cropped: 'Breng uw hele gezicht in beeld',
    eyes_covered: 'Zet uw donkere bril af als dat kan',
    mouth_covered: 'Maak uw mond vrij als dat kan',
    face_covered: 'Maak uw gezicht vrij als dat kan',
    uneven_light: 'Eén kant is donker. Draai u naar het licht',
    low_contrast: 'Het beeld is flets. Maak de lens schoon of zoek beter licht',
    grey_picture: 'Deze camera toont geen kleuren. Kies een andere',
    blurry: 'Het beeld is onscherp. Blijf stil',
    hold_still: 'Blijf stil…',
    missed: 'We zagen geen gezicht op die foto. Ga in het ovaal en druk opnieuw.',
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
      intro: 'We vragen u zo twee keer om uw hoofd iets te draaien',
      straight: 'Kijk recht in de camera',
      left: 'Draai uw hoofd langzaam naar links',
      right: 'Draai uw hoofd langzaam naar rechts',
      more: 'Nog een klein stukje',
      back: 'Goed. Kijk weer recht vooruit',
      too_fast: 'Iets langzamer, graag. Kijk recht vooruit om opnieuw te beginnen',
      too_far: 'Dat is ver genoeg. Kijk recht vooruit om opnieuw te beginnen',
      wrong_way: 'Dat was de andere kant. Kijk recht vooruit om opnieuw te beginnen',
      lost: 'We zien u niet meer. Kijk recht in de camera',
      once_more: 'Nog een keer, graag. Kijk recht vooruit om opnieuw te beginnen',
    },
    again: {
      text: 'De draai was niet goed genoeg te zien. Dit helpt:',
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
        text: 'De tijd voor de draai is om. U kunt er meer van krijgen.',
      },
      blind: {
        title: 'De draai is hier niet te zien',
        text: 'Deze browser kan uw hoofd niet volgen. Misschien lukt het in een andere browser of op een ander apparaat.',
      },
    },
  },
  upload: {
    preparing: 'Uw foto wordt voorbereid',
    title: 'Uw foto wordt verzonden',
    checkingTitle: 'Bijna klaar',
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
      face_too_close: 'Uw gezicht vulde de hele foto. Ga iets naar achteren, tot ongeveer een armlengte.',
      face_turned: 'Uw gezicht was afgewend. Kijk recht in de camera.',
      face_blurry: 'De foto was onscherp. Blijf stil en maak de lens schoon als die vuil is.',
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
        text: 'Open de instellingen van uw apparaat, dan privacy en camera. Sta de camera toe voor uw browser en probeer het opnieuw.',
      },
      policy: {
        title: 'De camera wordt niet doorgegeven',
        text: 'De website die deze pagina toont, geeft haar geen toegang tot de camera. De makers moeten allow="camera" aan het kader toevoegen.',
      },
      insecure: {
        title: 'Deze pagina is niet beveiligd',
        text: 'Browsers staan de camera alleen toe bij adressen die met https beginnen. Open de oorspronkelijke link opnieuw.',
      },
      missing: {
        title: 'Geen camera gevonden',
        text: 'Sluit een camera aan of zet hem aan en probeer het opnieuw.',
      },
      busy: {
        title: 'De camera reageert niet',
        text: 'Misschien gebruikt een andere app hem. Sluit videogesprekken en camera-apps en probeer het opnieuw.',
      },
      unsupported: {
        title: 'Deze browser kan de camera niet gebruiken',
        text: 'Open de link in een andere browser, zoals die van uw apparaat zelf.',
      },
      skipped: {
        title: 'Doorgaan zonder camera',
        text: 'Kies een foto van uzelf die net is gemaakt. U kunt ook de camera opnieuw proberen.',
      },
    },
    orPhoto: 'U kunt ook een foto van uzelf kiezen.',
    steps: {
      chrome: 'Klik op het pictogram links van het adres en sta de camera toe.',
      android: 'Tik op het pictogram links van het adres, dan op “Rechten”, en sta de camera toe.',
      ios: 'Tik op het paginamenu in de adresbalk, dan op de instellingen van de website, en zet de camera op “Sta toe”.',
      safari: 'Kies in de menubalk Safari, “Instellingen voor deze website”, en zet de camera op “Sta toe”.',
      firefox: 'Klik op de doorgestreepte camera in de adresbalk en hef de blokkering op.',
      other: 'Zoek een camera- of slotpictogram naast het adres of kijk in de instellingen van de browser.',
    },
    elsewhere: {
      open: 'Openen in uw browser',
      copied: 'De link is gekopieerd. Plak hem in uw browser: daar gaat het verder.',
    },
    tryCamera: 'Camera opnieuw proberen',
    cancel: 'Annuleren en terug',
  },
  photo: {
    choose: 'Foto kiezen',
    insist: 'Toch versturen',
    hint: 'JPEG of PNG, uw gezicht van voren, niemand anders erop.',
    issues: {
      empty: 'Dat bestand is leeg. Kies een andere foto.',
      heic: 'Dat is een HEIC-foto, die hier niet kan worden gelezen. Kies een JPEG of PNG, of maak een nieuwe foto.',
      pdf: 'Dat is een PDF-document. Kies een foto: JPEG of PNG.',
      wrong_type: 'Dat bestand is geen JPEG- of PNG-foto. Kies een ander.',
      too_many_pixels: 'Die foto heeft meer dan 40 megapixel. Kies een kleinere, zoals een gewone selfie.',
      too_large: 'Die foto is te groot. Kies er een onder 5 MB.',
      unreadable: 'Die foto is beschadigd en kan niet worden geopend. Kies een andere.',
      refused: 'Die foto kan niet worden gebruikt. Kies een andere JPEG of PNG.',
      no_face: 'Op deze foto is geen gezicht te vinden. Kies een andere of verstuur hem toch.',
    },
  },
  problem: {
    kept: 'Uw foto blijft bewaard: u hoeft hem niet opnieuw te maken.',
    retrying: '{count, plural, one {Nieuwe poging over # seconde.} other {Nieuwe poging over # seconden.}}',
    kinds: {
      unavailable: {
        title: 'Een ogenblik geduld',
        text: 'De controle is nu niet beschikbaar. Er gaat niets verloren.',
      },
      no_reference: {
        title: 'Nog niet klaar',
        text: 'Er is geen foto van u bekend om mee te vergelijken. Vraag het aan wie u deze link stuurde; hij werkt zodra de foto er is.',
      },
      delayed: {
        title: 'Nog even geduld',
        text: 'Dit is zojuist al geprobeerd. Voor de veiligheid is er een pauze tot de volgende keer: probeer het later opnieuw.',
      },
      locked: {
        title: 'Voor de veiligheid gepauzeerd',
        text: 'Deze controle is meerdere keren niet gelukt en is daarom een tijdje gepauzeerd. Ga terug en kies een andere manier, of vraag het aan wie u deze link stuurde.',
      },
      unexpected: { title: 'Er ging iets mis', text: 'Het ligt niet aan u. Probeer het opnieuw.' },
    },
  },
  link: {
    used: {
      title: 'Deze link is al gebruikt',
      text: 'Een link werkt één keer. Moet u nog bevestigen dat u het bent, ga dan terug en begin opnieuw.',
    },
    expired: {
      title: 'Deze link is verlopen',
      text: 'Voor uw veiligheid werken links maar kort. Ga terug en vraag een nieuwe.',
    },
    replaced: {
      title: 'Er is een nieuwere link',
      text: 'Deze is vervangen. Gebruik de nieuwste, of ga terug en begin opnieuw.',
    },
    invalid: {
      title: 'Deze link is niet geldig',
      text: 'Misschien is hij onvolledig. Open de hele link opnieuw of vraag een nieuwe.',
    },
    inUse: {
      title: 'Deze link is ergens anders geopend',
      text: 'Hij is in een andere browser of op een ander apparaat geopend. Ga daar verder of vraag een nieuwe link.',
    },
  },
  video: {
    lead: '{partner} vraagt om een korte selfie en om uw hoofd iets te draaien.',
    look: {
      title: 'Kijk in de camera',
      text: 'U draait uw hoofd iets. De foto wordt automatisch gemaakt.',
    },
    send: {
      title: 'Een foto en een korte video worden verzonden',
      text: 'De video laat zonder geluid zien hoe u uw hoofd draait.',
    },
    consent:
      'Met “Akkoord, beginnen” geeft u {partner} toestemming om één foto van uw gezicht te maken en met de bekende foto te vergelijken, en om u maximaal drie seconden te filmen terwijl u uw hoofd draait en die video een beperkte tijd te bewaren. U mag altijd weigeren.',
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
    lead: '{partner} vraagt u te bevestigen dat u het bent. Een dienst waarmee wordt samengewerkt maakt de opname.',
    steps: {
      open: { title: 'De controle opent', text: 'Bij de dienst waarmee {partner} werkt.' },
      look: { title: 'Kijk in de camera', text: 'Volg wat de dienst vraagt.' },
      compare: { title: 'Er wordt vergeleken', text: 'Met wat al bekend is. U komt vanzelf terug.' },
    },
    consent:
      'Met “Akkoord, beginnen” geeft u {partner} en de dienst waarmee wordt samengewerkt toestemming om uw gezicht te filmen en met het bekende te vergelijken. U mag altijd weigeren.',
    goingTitle: 'Naar de controle',
    awayTitle: 'Ga verder met de controle',
    awayText: 'De controle staat op een andere pagina. Daarna komt u hier terug.',
    besideText:
      'De controle opent in een nieuw tabblad. Is die daar klaar, dan gaat deze pagina vanzelf verder.',
    open: 'Controle openen',
    frameTitle: 'Gezichtscontrole',
    frameLabel: 'Gezichtscontrole van de dienst',
    appCode: 'Of voer deze code in de app van de dienst in:',
    waitTitle: 'Bijna klaar',
    waitText: 'De controle wordt bekeken. Houd deze pagina open.',
    slowText: 'Dit duurt langer dan anders. U kunt blijven wachten: er gaat niets verloren.',
  },
  done: {
    title: 'Foto ontvangen',
    text: 'Terug naar {partner}…',
    leftTitle: 'Geen probleem',
    leaving: 'Een ogenblik…',
  },
}
