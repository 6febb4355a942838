import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Polish. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'witryna',
  loading: 'Chwileczkę…',
  slow: 'To trwa dłużej niż zwykle.',
  start: {
    title: 'Potwierdź, że to Ty',
    lead: '{partner} prosi o szybkie selfie. {count, plural, one {Zajmie to około # sekundy.} few {Zajmie to około # sekund.} many {Zajmie to około # sekund.} other {Zajmie to około # sekundy.}}',
    stepsLabel: 'Jak to działa',
    steps: {
      look: { title: 'Spójrz w kamerę', text: 'Zdjęcie zostanie zrobione automatycznie.' },
      send: { title: 'Wyślemy tylko jedno zdjęcie', text: 'Wideo zostanie na tym urządzeniu.' },
      compare: { title: 'Sprawdzimy zdjęcie', text: 'Porównamy je z tym, które jest już zapisane.' },
    },
    tipsLabel: 'Aby zdjęcie się udało',
    tips: { 0: 'Światło na twarzy', 1: 'Bez okularów przeciwsłonecznych i maseczki', 2: 'Tylko Ty w kadrze' },
    consent:
      'Wybierając „Zgadzam się i zaczynam”, pozwalasz na wykonanie przez {partner} jednego zdjęcia Twojej twarzy i porównanie go z zapisanym zdjęciem. Możesz odmówić.',
    enrolment: {
      title: 'Dodaj swoje zdjęcie',
      keep: { title: 'Zapiszemy zdjęcie', text: 'Później potwierdzisz nim, że to Ty.' },
      consent:
        'Wybierając „Zgadzam się i zaczynam”, pozwalasz na wykonanie przez {partner} jednego zdjęcia Twojej twarzy i zapisanie go, aby później Cię rozpoznać. Możesz odmówić.',
    },
    agree: 'Zgadzam się i zaczynam',
    refuse: 'Nie, dziękuję',
    working: 'Zaczynamy…',
  },
  camera: {
    askingTitle: 'Zezwól na użycie kamery',
    askingText: 'Przeglądarka pyta o zgodę. Wybierz „Zezwól” lub „Pozwól”.',
    slowText: 'Nie widzisz pytania? Poszukaj ikony kamery obok adresu strony.',
    skip: 'Kontynuuj bez kamery',
    liveTitle: 'Spójrz w kamerę',
    previewLabel: 'Obraz na żywo z Twojej kamery, jak w lustrze',
    shutter: 'Zrób zdjęcie',
  },
  offline: { title: 'Brak połączenia', text: 'Sprawdź połączenie z internetem i spróbuj ponownie.' },
  again: 'Spróbuj ponownie',
  cancel: 'Anuluj',
  usePhone: 'Użyj telefonu',
  otherWay: 'Wybierz inny sposób',
  back: 'Wróć do {partner}',
}
