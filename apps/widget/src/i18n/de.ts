import type { LaterWords } from './catalogue.ts'

/** The words from the camera on, in German. */
export const de: LaterWords = {
  controls: {
    device: 'Kamera',
    deviceName: 'Kamera {number}',
    sound: 'Gesprochene Hinweise und Töne',
  },
  guidance: {
    starting: 'Wird vorbereitet …',
    manual: 'Bringen Sie Ihr Gesicht ins Oval und drücken Sie die Taste',
    no_face: 'Bringen Sie Ihr Gesicht ins Oval',
    several_faces: 'Bitte nur Sie: Es ist noch jemand im Bild',
    too_far: 'Kommen Sie etwas näher',
    too_close: 'Gehen Sie etwas zurück',
    off_centre: 'Bringen Sie Ihr Gesicht in die Mitte',
    turned: 'Drehen Sie den Kopf zur Kamera',
    eyes_closed: 'Halten Sie die Augen offen',
    too_dark: 'Es ist zu dunkel. Wenden Sie sich zum Licht',
    too_bright: 'Es ist zu hell. Wenden Sie sich vom Licht ab',
    cropped: 'Bringen Sie das ganze Gesicht ins Bild',
    eyes_covered: 'Nehmen Sie wenn möglich die dunkle Brille ab',
    mouth_covered: 'Machen Sie wenn möglich den Mund frei',
    face_covered: 'Machen Sie wenn möglich das Gesicht frei',
    uneven_light: 'Eine Seite ist dunkel. Wenden Sie sich zum Licht',
    low_contrast: 'Das Bild ist blass. Reinigen Sie die Linse oder suchen Sie besseres Licht',
    grey_picture: 'Diese Kamera zeigt keine Farben. Wählen Sie eine andere',
    blurry: 'Das Bild ist unscharf. Halten Sie still',
    hold_still: 'Halten Sie still …',
    missed: 'In diesem Bild war kein Gesicht zu erkennen. Gehen Sie ins Oval und drücken Sie noch einmal.',
  },
  steer: {
    turned: {
      left: 'Drehen Sie den Kopf etwas nach links',
      right: 'Drehen Sie den Kopf etwas nach rechts',
      up: 'Heben Sie das Kinn etwas',
      down: 'Senken Sie das Kinn etwas',
      upright: 'Halten Sie den Kopf gerade',
    },
    off_centre: {
      left: 'Gehen Sie etwas nach links',
      right: 'Gehen Sie etwas nach rechts',
      up: 'Gehen Sie etwas höher',
      down: 'Gehen Sie etwas tiefer',
    },
  },
  turn: {
    title: 'Drehen Sie den Kopf',
    cannot: 'Ich kann den Kopf nicht drehen',
    words: {
      intro: 'Gleich bitten wir Sie zweimal, den Kopf etwas zu drehen',
      straight: 'Sehen Sie gerade in die Kamera',
      left: 'Drehen Sie den Kopf langsam nach links',
      right: 'Drehen Sie den Kopf langsam nach rechts',
      more: 'Noch ein wenig weiter',
      back: 'Gut. Sehen Sie wieder geradeaus',
      too_fast: 'Bitte etwas langsamer. Sehen Sie geradeaus, dann geht es von vorn los',
      too_far: 'Das ist weit genug. Sehen Sie geradeaus, dann geht es von vorn los',
      wrong_way: 'Das war die andere Seite. Sehen Sie geradeaus, dann geht es von vorn los',
      lost: 'Wir sehen Sie nicht mehr. Sehen Sie gerade in die Kamera',
      once_more: 'Bitte noch einmal. Sehen Sie geradeaus, dann geht es von vorn los',
    },
    again: {
      text: 'Die Drehung war nicht gut genug zu sehen. Das hilft:',
      tips: {
        0: 'Licht von vorn ins Gesicht',
        1: 'Den Kopf etwas langsamer drehen',
        2: 'Die Kamera auf Armlänge halten',
      },
      ways: 'Andere Wege',
    },
    ways: {
      title: 'Wenn Sie den Kopf nicht drehen können',
      text: 'Sie können den Kopf auch still halten und das Telefon um ihn herum bewegen: langsam und entgegen der Richtung des Pfeils.',
      time: 'Ich brauche mehr Zeit',
      go: 'Weiter',
      slow: {
        title: 'Nehmen Sie sich Zeit',
        text: 'Die Zeit für die Drehung ist abgelaufen. Sie können mehr davon haben.',
      },
      blind: {
        title: 'Die Drehung ist hier nicht zu sehen',
        text: 'Dieser Browser kann Ihrem Kopf nicht folgen. In einem anderen Browser oder auf einem anderen Gerät klappt es vielleicht.',
      },
    },
  },
  upload: {
    preparing: 'Ihr Foto wird vorbereitet',
    title: 'Ihr Bild wird gesendet',
    checkingTitle: 'Fast fertig',
    text: 'Lassen Sie diese Seite offen',
    progressLabel: 'Gesendet',
    pictureLabel: 'Das Bild, das gesendet wird',
  },
  retry: {
    title: 'Versuchen wir es noch einmal',
    reasons: {
      no_face:
        'Auf dem Bild war kein Gesicht zu finden. Halten Sie die Kamera so, dass Ihr ganzes Gesicht im Oval ist.',
      several_faces: 'Auf dem Bild war mehr als ein Gesicht. Achten Sie darauf, dass nur Sie zu sehen sind.',
      face_too_small: 'Ihr Gesicht war auf dem Bild zu klein. Kommen Sie näher an die Kamera.',
      face_too_close: 'Ihr Gesicht füllte das Bild aus. Gehen Sie etwas zurück, etwa auf Armlänge.',
      face_turned: 'Ihr Gesicht war abgewandt. Sehen Sie gerade in die Kamera.',
      face_blurry:
        'Das Bild war unscharf. Halten Sie still und reinigen Sie die Linse, wenn sie verschmiert ist.',
      image_unreadable: 'Das Bild kam beschädigt an. Nehmen Sie ein neues auf.',
    },
    again: 'Noch einmal versuchen',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'Die Kamera ist gesperrt',
        text: 'Erlauben Sie dieser Seite die Kamera und versuchen Sie es noch einmal.',
      },
      system: {
        title: 'Ihr Gerät sperrt die Kamera',
        text: 'Öffnen Sie die Einstellungen Ihres Geräts, dort Datenschutz und Kamera. Erlauben Sie sie Ihrem Browser und versuchen Sie es noch einmal.',
      },
      policy: {
        title: 'Die Kamera wird nicht weitergegeben',
        text: 'Die Website, die diese Seite zeigt, lässt sie nicht an die Kamera. Ihre Betreiber müssen dem Rahmen allow="camera" geben.',
      },
      insecure: {
        title: 'Diese Seite ist nicht gesichert',
        text: 'Browser erlauben die Kamera nur bei Adressen, die mit https beginnen. Öffnen Sie den ursprünglichen Link noch einmal.',
      },
      missing: {
        title: 'Keine Kamera gefunden',
        text: 'Schließen Sie eine Kamera an oder schalten Sie sie ein und versuchen Sie es noch einmal.',
      },
      busy: {
        title: 'Die Kamera antwortet nicht',
        text: 'Vielleicht nutzt sie eine andere App. Schließen Sie Videoanrufe und Kamera-Apps und versuchen Sie es noch einmal.',
      },
      unsupported: {
        title: 'Dieser Browser kann die Kamera nicht nutzen',
        text: 'Öffnen Sie den Link in einem anderen Browser, etwa dem Ihres Geräts.',
      },
      skipped: {
        title: 'Ohne Kamera weiter',
        text: 'Wählen Sie ein Foto von sich, das gerade entstanden ist. Sie können auch die Kamera noch einmal versuchen.',
      },
    },
    orPhoto: 'Sie können auch ein Foto von sich wählen.',
    steps: {
      chrome: 'Klicken Sie auf das Symbol links neben der Adresse und lassen Sie die Kamera zu.',
      android:
        'Tippen Sie auf das Symbol links neben der Adresse, dann auf „Berechtigungen“, und lassen Sie die Kamera zu.',
      ios: 'Tippen Sie auf das Seitenmenü in der Adressleiste, dann auf die Einstellungen der Website, und setzen Sie die Kamera auf „Erlauben“.',
      safari:
        'Wählen Sie in der Menüleiste Safari, „Einstellungen für diese Website“, und setzen Sie die Kamera auf „Erlauben“.',
      firefox:
        'Klicken Sie auf die durchgestrichene Kamera in der Adressleiste und heben Sie die Sperre auf.',
      other:
        'Achten Sie auf ein Kamera- oder Schlosszeichen neben der Adresse oder sehen Sie in den Einstellungen des Browsers nach.',
    },
    elsewhere: {
      open: 'Im Browser öffnen',
      copied: 'Der Link ist kopiert. Fügen Sie ihn in Ihren Browser ein: Dort geht es weiter.',
    },
    tryCamera: 'Kamera noch einmal versuchen',
    cancel: 'Abbrechen und zurück',
  },
  photo: {
    choose: 'Foto wählen',
    insist: 'Trotzdem senden',
    hint: 'JPEG oder PNG, Ihr Gesicht von vorn, sonst niemand darauf.',
    issues: {
      empty: 'Diese Datei ist leer. Wählen Sie ein anderes Foto.',
      heic: 'Das ist ein HEIC-Foto, das hier nicht gelesen werden kann. Wählen Sie ein JPEG oder PNG oder nehmen Sie ein neues Bild auf.',
      pdf: 'Das ist ein PDF-Dokument. Wählen Sie ein Foto: JPEG oder PNG.',
      wrong_type: 'Diese Datei ist kein Foto im Format JPEG oder PNG. Wählen Sie eine andere.',
      too_many_pixels:
        'Dieses Foto hat mehr als 40 Megapixel. Wählen Sie ein kleineres, etwa ein gewöhnliches Selfie.',
      too_large: 'Dieses Foto ist zu groß. Wählen Sie eines unter 5 MB.',
      unreadable: 'Dieses Foto ist beschädigt und lässt sich nicht öffnen. Wählen Sie ein anderes.',
      refused: 'Dieses Foto kann nicht verwendet werden. Wählen Sie ein anderes JPEG oder PNG.',
      no_face:
        'Auf diesem Foto ist kein Gesicht zu erkennen. Wählen Sie ein anderes, oder senden Sie es trotzdem.',
    },
  },
  problem: {
    kept: 'Ihr Bild bleibt erhalten: Sie müssen es nicht noch einmal aufnehmen.',
    retrying: '{count, plural, one {Neuer Versuch in # Sekunde.} other {Neuer Versuch in # Sekunden.}}',
    kinds: {
      unavailable: {
        title: 'Bitte warten Sie einen Moment',
        text: 'Die Prüfung ist gerade nicht verfügbar. Nichts geht verloren.',
      },
      no_reference: {
        title: 'Noch nicht bereit',
        text: 'Von Ihnen ist kein Foto zum Vergleichen hinterlegt. Fragen Sie, wer Ihnen diesen Link geschickt hat; er funktioniert, sobald das Foto da ist.',
      },
      delayed: {
        title: 'Bitte warten Sie etwas',
        text: 'Das wurde gerade erst versucht. Zur Sicherheit gibt es eine Pause bis zum nächsten Mal: Versuchen Sie es später noch einmal.',
      },
      locked: {
        title: 'Zur Sicherheit pausiert',
        text: 'Diese Prüfung ist mehrmals nicht gelungen und ruht deshalb eine Weile. Gehen Sie zurück und wählen Sie einen anderen Weg, oder fragen Sie, wer Ihnen diesen Link geschickt hat.',
      },
      unexpected: {
        title: 'Etwas ist schiefgegangen',
        text: 'Es liegt nicht an Ihnen. Bitte versuchen Sie es noch einmal.',
      },
    },
  },
  link: {
    used: {
      title: 'Dieser Link wurde schon benutzt',
      text: 'Ein Link gilt einmal. Wenn Sie sich noch ausweisen müssen, gehen Sie zurück und beginnen Sie neu.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Zu Ihrer Sicherheit gelten Links nur kurze Zeit. Gehen Sie zurück und bitten Sie um einen neuen.',
    },
    replaced: {
      title: 'Es gibt einen neueren Link',
      text: 'Dieser wurde ersetzt. Nehmen Sie den neuesten oder gehen Sie zurück und beginnen Sie neu.',
    },
    invalid: {
      title: 'Dieser Link ist ungültig',
      text: 'Vielleicht ist er unvollständig. Öffnen Sie den ganzen Link noch einmal oder bitten Sie um einen neuen.',
    },
    inUse: {
      title: 'Dieser Link ist anderswo geöffnet',
      text: 'Er wurde in einem anderen Browser oder auf einem anderen Gerät geöffnet. Machen Sie dort weiter oder bitten Sie um einen neuen Link.',
    },
  },
  video: {
    lead: '{partner} bittet um ein kurzes Selfie und eine Drehung Ihres Kopfes.',
    look: {
      title: 'In die Kamera sehen',
      text: 'Sie drehen den Kopf ein wenig. Das Foto wird automatisch aufgenommen.',
    },
    send: {
      title: 'Ein Foto und ein kurzes Video werden gesendet',
      text: 'Das Video zeigt ohne Ton, wie Sie den Kopf drehen.',
    },
    consent:
      'Mit „Einverstanden, los“ erlauben Sie {partner}, ein Foto Ihres Gesichts aufzunehmen und mit dem hinterlegten zu vergleichen sowie Sie bis zu drei Sekunden lang beim Drehen des Kopfes zu filmen und dieses Video für begrenzte Zeit zu behalten. Sie können frei ablehnen.',
  },
  notice: {
    title: 'So wird Ihr Foto verwendet',
    controller: 'Verantwortlich',
    purpose: 'Zweck',
    purposes: { authentication: 'Bestätigen, dass Sie es sind', enrolment: 'Sie später wiedererkennen' },
    kept: 'Speicherdauer',
    days: '{count, plural, one {# Tag} other {# Tage}}',
    notKept: 'Wird nicht gespeichert: nach dem Vergleich gelöscht',
    onFile: 'Bis es gelöscht oder ersetzt wird',
    shared: 'Weitergegeben an',
    nobody: 'Niemanden',
    withdraw: 'Einwilligung widerrufen',
    privacy: 'Datenschutzhinweise',
    terms: 'Nutzungsbedingungen',
  },
  vendor: {
    lead: '{partner} bittet Sie zu bestätigen, dass Sie es sind. Das Bild nimmt ein beauftragter Dienst auf.',
    steps: {
      open: { title: 'Die Prüfung öffnet sich', text: 'Beim Dienst, mit dem {partner} arbeitet.' },
      look: { title: 'In die Kamera sehen', text: 'Folgen Sie den Hinweisen des Dienstes.' },
      compare: {
        title: 'Es wird verglichen',
        text: 'Mit dem, was hinterlegt ist. Sie kommen von selbst zurück.',
      },
    },
    consent:
      'Mit „Einverstanden, los“ erlauben Sie {partner} und dem beauftragten Dienst, Ihr Gesicht zu filmen und mit dem Hinterlegten zu vergleichen. Sie können frei ablehnen.',
    goingTitle: 'Es geht weiter zur Prüfung',
    awayTitle: 'Mit der Prüfung fortfahren',
    awayText: 'Die Prüfung ist auf einer anderen Seite. Danach kommen Sie hierher zurück.',
    besideText:
      'Die Prüfung öffnet sich in einem neuen Tab. Ist sie dort fertig, geht es hier von selbst weiter.',
    open: 'Prüfung öffnen',
    frameTitle: 'Gesichtsprüfung',
    frameLabel: 'Gesichtsprüfung des Dienstes',
    appCode: 'Oder geben Sie diesen Code in der App des Dienstes ein:',
    waitTitle: 'Fast fertig',
    waitText: 'Die Prüfung wird ausgewertet. Lassen Sie diese Seite offen.',
    slowText: 'Das dauert länger als sonst. Sie können weiter warten: Es geht nichts verloren.',
  },
  done: {
    title: 'Foto erhalten',
    text: 'Es geht zurück zu {partner} …',
    leftTitle: 'Kein Problem',
    leaving: 'Einen Moment …',
  },
}
