import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in German. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'die Website',
  loading: 'Einen Moment …',
  slow: 'Das dauert länger als sonst.',
  start: {
    title: 'Bestätigen Sie, dass Sie es sind',
    lead: '{partner} bittet um ein kurzes Selfie. {count, plural, one {Das dauert etwa # Sekunde.} other {Das dauert etwa # Sekunden.}}',
    stepsLabel: 'So geht es',
    steps: {
      look: { title: 'In die Kamera sehen', text: 'Das Foto wird automatisch aufgenommen.' },
      send: { title: 'Ein Foto wird gesendet', text: 'Das Video bleibt auf diesem Gerät.' },
      compare: { title: 'Das Foto wird verglichen', text: 'Mit dem bereits hinterlegten.' },
    },
    tipsLabel: 'Für ein gutes Bild',
    tips: { 0: 'Licht im Gesicht', 1: 'Ohne Sonnenbrille und Maske', 2: 'Nur Sie im Bild' },
    consent:
      'Mit „Einverstanden, los“ erlauben Sie {partner}, ein Foto Ihres Gesichts aufzunehmen und mit dem hinterlegten zu vergleichen. Sie können frei ablehnen.',
    enrolment: {
      title: 'Ihr Foto hinterlegen',
      keep: { title: 'Das Foto wird hinterlegt', text: 'Damit können Sie sich später ausweisen.' },
      consent:
        'Mit „Einverstanden, los“ erlauben Sie {partner}, ein Foto Ihres Gesichts aufzunehmen und zu behalten, um Sie später wiederzuerkennen. Sie können frei ablehnen.',
    },
    agree: 'Einverstanden, los',
    refuse: 'Nein danke',
    working: 'Es geht los …',
  },
  camera: {
    askingTitle: 'Kamera erlauben',
    askingText: 'Ihr Browser fragt um Erlaubnis. Wählen Sie „Zulassen“.',
    slowText: 'Keine Frage zu sehen? Achten Sie auf ein Kamerasymbol neben der Adresse der Seite.',
    skip: 'Ohne Kamera weiter',
    liveTitle: 'Sehen Sie in die Kamera',
    previewLabel: 'Bild Ihrer Kamera, gespiegelt',
    shutter: 'Bild aufnehmen',
  },
  offline: {
    title: 'Keine Verbindung',
    text: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  },
  again: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  usePhone: 'Stattdessen das Telefon nutzen',
  otherWay: 'Anderen Weg nutzen',
  back: 'Zurück zu {partner}',
}
