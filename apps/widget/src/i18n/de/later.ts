import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in German. */
export const words: LaterWords = {
  controls: {
    device: 'Kamera',
    deviceName: 'Kamera {number}',
    sound: 'Sprachansagen und Töne',
  },
  guidance: {
    starting: 'Wird vorbereitet …',
    manual: 'Bringen Sie Ihr Gesicht ins Oval und drücken Sie den Auslöser',
    no_face: 'Bringen Sie Ihr Gesicht ins Oval',
    several_faces: 'Es ist noch jemand im Bild. Bitte nur Sie',
    too_far: 'Kommen Sie etwas näher',
    too_close: 'Gehen Sie etwas zurück',
    off_centre: 'Bringen Sie Ihr Gesicht in die Mitte',
    turned: 'Drehen Sie das Gesicht zur Kamera',
    eyes_closed: 'Halten Sie die Augen offen',
    too_dark: 'Es ist zu dunkel. Drehen Sie sich zum Licht',
    too_bright: 'Es ist zu hell. Drehen Sie sich vom Licht weg',
    cropped: 'Zeigen Sie Ihr ganzes Gesicht',
    eyes_covered: 'Nehmen Sie wenn möglich die dunkle Brille ab',
    mouth_covered: 'Machen Sie wenn möglich den Mund frei',
    face_covered: 'Machen Sie wenn möglich das Gesicht frei',
    uneven_light: 'Eine Seite liegt im Schatten. Drehen Sie sich zum Licht',
    low_contrast: 'Das Bild ist zu blass. Reinigen Sie die Linse oder suchen Sie besseres Licht',
    grey_picture: 'Diese Kamera zeigt keine Farben. Wählen Sie eine andere',
    blurry: 'Das Bild ist unscharf. Halten Sie still',
    hold_still: 'Halten Sie still …',
    missed:
      'Wir konnten kein Gesicht erkennen. Bringen Sie es ins Oval und drücken Sie noch einmal den Auslöser.',
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
      intro: 'Gleich bitten wir Sie zweimal, den Kopf ein wenig zu drehen',
      straight: 'Schauen Sie gerade in die Kamera',
      left: 'Drehen Sie den Kopf langsam nach links',
      right: 'Drehen Sie den Kopf langsam nach rechts',
      more: 'Noch ein wenig weiter',
      back: 'Gut. Schauen Sie wieder geradeaus',
      too_fast: 'Bitte etwas langsamer. Schauen Sie geradeaus, um neu zu beginnen',
      too_far: 'Das war etwas zu weit. Schauen Sie geradeaus, um neu zu beginnen',
      wrong_way: 'Das war die andere Seite. Schauen Sie geradeaus, um neu zu beginnen',
      lost: 'Wir sehen Sie nicht mehr. Schauen Sie gerade in die Kamera',
      once_more: 'Bitte noch einmal. Schauen Sie geradeaus, um neu zu beginnen',
    },
    again: {
      text: 'Ihre Kopfdrehung war nicht deutlich genug zu sehen. Das hilft:',
      tips: {
        0: 'Licht von vorn ins Gesicht',
        1: 'Den Kopf etwas langsamer drehen',
        2: 'Die Kamera auf Armlänge halten',
      },
      ways: 'Andere Möglichkeiten',
    },
    ways: {
      title: 'Wenn Sie den Kopf nicht drehen können',
      text: 'Sie können den Kopf auch stillhalten und das Smartphone um ihn herum bewegen: langsam und entgegen der Pfeilrichtung.',
      time: 'Ich brauche mehr Zeit',
      go: 'Weiter',
      slow: {
        title: 'Nehmen Sie sich Zeit',
        text: 'Die Zeit für die Kopfdrehung ist abgelaufen. Sie können mehr Zeit bekommen.',
      },
      blind: {
        title: 'Dieser Browser kann Ihrem Kopf nicht folgen',
        text: 'In einem anderen Browser oder auf einem anderen Gerät klappt es vielleicht.',
      },
    },
  },
  upload: {
    preparing: 'Ihr Foto wird vorbereitet',
    title: 'Ihr Foto wird gesendet',
    checkingTitle: 'Ihr Foto wird geprüft',
    text: 'Lassen Sie diese Seite geöffnet',
    progressLabel: 'Gesendet',
    pictureLabel: 'Das Foto, das gesendet wird',
  },
  retry: {
    title: 'Versuchen wir es noch einmal',
    reasons: {
      no_face:
        'Auf dem Foto war kein Gesicht zu finden. Halten Sie die Kamera so, dass Ihr ganzes Gesicht im Oval ist.',
      several_faces: 'Auf dem Foto war mehr als ein Gesicht. Achten Sie darauf, dass nur Sie zu sehen sind.',
      face_too_small: 'Ihr Gesicht war auf dem Foto zu klein. Gehen Sie näher an die Kamera.',
      face_too_close: 'Ihr Gesicht war zu nah. Gehen Sie etwas zurück, ungefähr auf Armlänge.',
      face_turned: 'Ihr Gesicht war abgewandt. Schauen Sie gerade in die Kamera.',
      face_blurry:
        'Das Foto war unscharf. Halten Sie still und reinigen Sie die Linse, wenn sie verschmiert ist.',
      image_unreadable: 'Das Foto kam beschädigt an. Nehmen Sie ein neues auf.',
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
        text: 'Öffnen Sie in den Einstellungen Ihres Geräts „Datenschutz“, dann „Kamera“. Erlauben Sie sie Ihrem Browser und versuchen Sie es noch einmal.',
      },
      policy: {
        title: 'Die Kamera ist hier nicht nutzbar',
        text: 'Die Website, die diese Seite zeigt, gibt ihr keinen Zugriff auf die Kamera. Bitte sagen Sie dem Betreiber Bescheid.',
      },
      insecure: {
        title: 'Diese Seite ist nicht sicher',
        text: 'Browser erlauben die Kamera nur bei Adressen, die mit https beginnen. Öffnen Sie den ursprünglichen Link noch einmal.',
      },
      missing: {
        title: 'Keine Kamera gefunden',
        text: 'Schließen Sie eine Kamera an oder schalten Sie sie ein und versuchen Sie es noch einmal.',
      },
      busy: {
        title: 'Die Kamera reagiert nicht',
        text: 'Vielleicht nutzt sie gerade eine andere App. Schließen Sie Videoanrufe und Kamera-Apps und versuchen Sie es noch einmal.',
      },
      unsupported: {
        title: 'Dieser Browser kann die Kamera nicht nutzen',
        text: 'Öffnen Sie den Link in einem anderen Browser, zum Beispiel in dem, der auf Ihrem Gerät vorinstalliert ist.',
      },
      skipped: {
        title: 'Ohne Kamera fortfahren',
        text: 'Wählen Sie ein Foto von sich, das Sie gerade eben aufgenommen haben. Sie können es auch noch einmal mit der Kamera versuchen.',
      },
    },
    orPhoto: 'Sie können auch ein Foto von sich auswählen.',
    steps: {
      chrome: 'Klicken Sie auf das Symbol links neben der Adresse und lassen Sie die Kamera zu.',
      android:
        'Tippen Sie auf das Symbol links neben der Adresse, dann auf „Berechtigungen“, und lassen Sie die Kamera zu.',
      ios: 'Tippen Sie in der Adressleiste auf das Seitenmenü, dann auf „Website-Einstellungen“, und stellen Sie die Kamera auf „Erlauben“.',
      safari:
        'Wählen Sie in der Menüleiste „Safari“, dann die Einstellungen für diese Website, und stellen Sie die Kamera auf „Erlauben“.',
      firefox:
        'Klicken Sie in der Adressleiste auf die durchgestrichene Kamera und heben Sie die Sperre auf.',
      other:
        'Suchen Sie neben der Adresse nach einem Kamera- oder Schlosssymbol oder öffnen Sie die Einstellungen des Browsers.',
    },
    elsewhere: {
      open: 'Im Browser öffnen',
      copy: 'Link kopieren',
      copied: 'Link kopiert. Fügen Sie ihn in Ihrem Browser ein, dann geht es dort weiter.',
    },
    tryCamera: 'Kamera erneut versuchen',
    cancel: 'Abbrechen und zurück',
  },
  photo: {
    choose: 'Foto auswählen',
    insist: 'Trotzdem senden',
    hint: 'JPEG oder PNG: Ihr Gesicht von vorn, sonst niemand.',
    issues: {
      empty: 'Diese Datei ist leer. Wählen Sie ein anderes Foto.',
      heic: 'Das ist ein HEIC-Foto, das hier nicht gelesen werden kann. Wählen Sie ein JPEG oder PNG oder nehmen Sie ein neues Foto auf.',
      pdf: 'Das ist ein PDF-Dokument. Wählen Sie ein Foto im Format JPEG oder PNG.',
      wrong_type: 'Diese Datei ist kein Foto im Format JPEG oder PNG. Wählen Sie eine andere.',
      too_many_pixels:
        'Dieses Foto hat mehr als 40 Megapixel. Wählen Sie ein kleineres, zum Beispiel ein normales Selfie.',
      too_large: 'Dieses Foto ist zu groß. Wählen Sie eines unter 5 MB.',
      unreadable: 'Dieses Foto ist beschädigt und lässt sich nicht öffnen. Wählen Sie ein anderes.',
      refused: 'Dieses Foto kann nicht verwendet werden. Wählen Sie ein anderes JPEG oder PNG.',
      no_face:
        'Auf diesem Foto ist kein Gesicht zu finden. Wählen Sie ein anderes oder senden Sie es trotzdem.',
    },
  },
  problem: {
    kept: 'Ihr Foto ist noch da. Sie müssen es nicht noch einmal aufnehmen.',
    retrying: '{count, plural, one {Neuer Versuch in # Sekunde.} other {Neuer Versuch in # Sekunden.}}',
    kinds: {
      unavailable: {
        title: 'Bitte warten Sie einen Moment',
        text: 'Die Prüfung ist gerade nicht verfügbar. Es geht nichts verloren.',
      },
      no_reference: {
        title: 'Noch nicht bereit',
        text: 'Von Ihnen ist noch kein Foto zum Vergleichen hinterlegt. Wenden Sie sich an die Stelle, die Ihnen diesen Link geschickt hat. Er funktioniert, sobald das Foto hinterlegt ist.',
      },
      delayed: {
        title: 'Bitte warten Sie eine Weile',
        text: 'Sie haben es gerade erst versucht. Zu Ihrer Sicherheit ist bis zum nächsten Versuch eine Pause nötig. Bitte versuchen Sie es später noch einmal.',
      },
      locked: {
        title: 'Zu Ihrer Sicherheit pausiert',
        text: 'Diese Prüfung hat mehrmals nicht geklappt und ist deshalb eine Weile gesperrt. Gehen Sie zurück und wählen Sie einen anderen Weg oder wenden Sie sich an die Stelle, die Ihnen diesen Link geschickt hat.',
      },
      unexpected: {
        title: 'Etwas ist schiefgegangen',
        text: 'Es liegt nicht an Ihnen. Bitte versuchen Sie es noch einmal.',
      },
    },
  },
  goBack: 'Zurück',
  link: {
    used: {
      title: 'Dieser Link wurde schon verwendet',
      text: 'Jeder Link funktioniert nur einmal. Wenn Sie noch bestätigen müssen, dass Sie es sind, gehen Sie zurück und beginnen Sie neu.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Zu Ihrer Sicherheit gelten Links nur kurze Zeit. Gehen Sie zurück und fordern Sie einen neuen an.',
    },
    replaced: {
      title: 'Es gibt einen neueren Link',
      text: 'Dieser wurde ersetzt. Verwenden Sie den neuesten oder gehen Sie zurück und beginnen Sie neu.',
    },
    invalid: {
      title: 'Dieser Link ist ungültig',
      text: 'Vielleicht ist er unvollständig. Öffnen Sie den ganzen Link noch einmal oder fordern Sie einen neuen an.',
    },
    inUse: {
      title: 'Dieser Link ist anderswo geöffnet',
      text: 'Er wurde in einem anderen Browser oder auf einem anderen Gerät geöffnet. Machen Sie dort weiter oder fordern Sie einen neuen Link an.',
    },
  },
  video: {
    lead: '{partner} bittet Sie um ein kurzes Selfie und eine Kopfdrehung.',
    look: {
      title: 'In die Kamera schauen',
      text: 'Drehen Sie den Kopf ein wenig, wenn wir Sie bitten. Das Foto wird automatisch aufgenommen.',
    },
    send: {
      title: 'Ein Foto und ein kurzes Video werden gesendet',
      text: 'Das Video zeigt ohne Ton, wie Sie den Kopf drehen.',
    },
    consent:
      'Mit „Zustimmen und starten“ erlauben Sie {partner}, ein Foto Ihres Gesichts aufzunehmen und mit dem hinterlegten Foto zu vergleichen sowie Sie bis zu drei Sekunden lang beim Drehen des Kopfes zu filmen und dieses Video für begrenzte Zeit zu speichern. Ihre Zustimmung ist freiwillig.',
  },
  notice: {
    title: 'So wird Ihr Foto verwendet',
    controller: 'Verantwortlicher',
    purpose: 'Zweck',
    purposes: { authentication: 'Bestätigen, dass Sie es sind', enrolment: 'Sie später wiedererkennen' },
    kept: 'Speicherdauer',
    days: '{count, plural, one {# Tag} other {# Tage}}',
    notKept: 'Wird nicht gespeichert: nach dem Vergleich gelöscht',
    onFile: 'Bis es gelöscht oder ersetzt wird',
    shared: 'Weitergabe an',
    nobody: 'Niemanden',
    withdraw: 'Einwilligung widerrufen',
    privacy: 'Datenschutzhinweise',
    terms: 'Nutzungsbedingungen',
  },
  vendor: {
    lead: '{partner} bittet Sie zu bestätigen, dass Sie es sind. Das Foto nimmt ein beauftragter Dienst auf.',
    steps: {
      open: {
        title: 'Die Prüfung öffnet sich',
        text: 'Bei einem Dienst, mit dem {partner} zusammenarbeitet.',
      },
      look: { title: 'In die Kamera schauen', text: 'Folgen Sie den Hinweisen des Dienstes.' },
      compare: {
        title: 'Ihr Gesicht wird geprüft',
        text: 'Es wird mit dem verglichen, was hinterlegt ist. Danach kommen Sie hierher zurück.',
      },
    },
    consent:
      'Mit „Zustimmen und starten“ erlauben Sie {partner} und dem beauftragten Dienst, Ihr Gesicht zu filmen und mit dem zu vergleichen, was hinterlegt ist. Ihre Zustimmung ist freiwillig.',
    goingTitle: 'Sie werden zur Prüfung weitergeleitet',
    awayTitle: 'Weiter zur Prüfung',
    awayText: 'Die Prüfung findet auf einer anderen Seite statt. Danach kommen Sie hierher zurück.',
    besideText:
      'Die Prüfung öffnet sich in einem neuen Tab. Ist sie dort fertig, geht es hier automatisch weiter.',
    open: 'Prüfung öffnen',
    frameTitle: 'Gesichtsprüfung',
    frameLabel: 'Gesichtsprüfung des Dienstes',
    appCode: 'Oder geben Sie diesen Code in der App des Dienstes ein:',
    waitTitle: 'Fast fertig',
    waitText: 'Wir warten auf das Ergebnis. Lassen Sie diese Seite geöffnet.',
    slowText: 'Das dauert länger als sonst. Sie können weiter warten: Es geht nichts verloren.',
  },
  done: {
    title: 'Foto erhalten',
    text: 'Es geht zurück zu {partner} …',
    leftTitle: 'Kein Problem',
    leaving: 'Einen Moment …',
  },
}
