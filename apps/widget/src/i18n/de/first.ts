import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in German. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'die Website',
  loading: 'Einen Moment …',
  slow: 'Das dauert länger als sonst.',
  start: {
    title: 'Bestätigen Sie, dass Sie es sind',
    lead: '{partner} bittet Sie um ein kurzes Selfie. {count, plural, one {Das dauert etwa # Sekunde.} other {Das dauert etwa # Sekunden.}}',
    stepsLabel: 'So funktioniert es',
    steps: {
      look: { title: 'In die Kamera schauen', text: 'Das Foto wird automatisch aufgenommen.' },
      send: { title: 'Nur ein Foto wird gesendet', text: 'Das Video bleibt auf diesem Gerät.' },
      compare: { title: 'Ihr Foto wird geprüft', text: 'Wir vergleichen es mit dem hinterlegten Foto.' },
    },
    tipsLabel: 'Für ein gutes Foto',
    tips: { 0: 'Licht im Gesicht', 1: 'Ohne Sonnenbrille und Maske', 2: 'Nur Sie im Bild' },
    consent:
      'Mit „Zustimmen und starten“ erlauben Sie {partner}, ein Foto Ihres Gesichts aufzunehmen und mit dem hinterlegten Foto zu vergleichen. Ihre Zustimmung ist freiwillig.',
    enrolment: {
      title: 'Hinterlegen Sie Ihr Foto',
      keep: { title: 'Ihr Foto wird hinterlegt', text: 'Damit bestätigen Sie später, dass Sie es sind.' },
      consent:
        'Mit „Zustimmen und starten“ erlauben Sie {partner}, ein Foto Ihres Gesichts aufzunehmen und zu speichern, um Sie später wiederzuerkennen. Ihre Zustimmung ist freiwillig.',
    },
    agree: 'Zustimmen und starten',
    refuse: 'Nein danke',
    working: 'Wird gestartet …',
  },
  camera: {
    askingTitle: 'Erlauben Sie die Kamera',
    askingText: 'Ihr Browser fragt um Erlaubnis. Wählen Sie „Zulassen“ oder „Erlauben“.',
    slowText: 'Sie sehen keine Frage? Suchen Sie neben der Adresse der Seite ein Kamerasymbol.',
    skip: 'Ohne Kamera fortfahren',
    liveTitle: 'Schauen Sie in die Kamera',
    previewLabel: 'Livebild Ihrer Kamera, gespiegelt',
    shutter: 'Foto aufnehmen',
  },
  offline: {
    title: 'Keine Verbindung',
    text: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  },
  again: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  usePhone: 'Smartphone verwenden',
  otherWay: 'Anderen Weg wählen',
  back: 'Zurück zu {partner}',
}
