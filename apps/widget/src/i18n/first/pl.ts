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
    stepsLabel: 'Co się stanie',
    steps: {
      look: { title: 'Spójrz w kamerę', text: 'Zdjęcie zostanie zrobione automatycznie.' },
      send: { title: 'Wysyłamy jedno zdjęcie', text: 'Wideo zostaje na tym urządzeniu.' },
      compare: { title: 'Zdjęcie jest porównywane', text: 'Z tym, które już mamy.' },
    },
    tipsLabel: 'Aby zdjęcie się udało',
    tips: { 0: 'Światło na twarzy', 1: 'Bez okularów przeciwsłonecznych i maseczki', 2: 'Tylko Ty w kadrze' },
    consent:
      'Wybierając „Zgadzam się, zaczynamy”, pozwalasz, aby {partner} zrobił jedno zdjęcie Twojej twarzy i porównał je z zapisanym. Możesz odmówić.',
    enrolment: {
      title: 'Dodaj swoje zdjęcie',
      keep: { title: 'Zdjęcie zostaje zapisane', text: 'Później potwierdzisz nim, że to Ty.' },
      consent:
        'Wybierając „Zgadzam się, zaczynamy”, pozwalasz, aby {partner} zrobił jedno zdjęcie Twojej twarzy i zachował je, by Cię później rozpoznać. Możesz odmówić.',
    },
    agree: 'Zgadzam się, zaczynamy',
    refuse: 'Nie, dziękuję',
    working: 'Zaczynamy…',
  },
  camera: {
    askingTitle: 'Zezwól na kamerę',
    askingText: 'Przeglądarka pyta o zgodę. Wybierz „Zezwól”.',
    slowText: 'Nie widzisz pytania? Poszukaj ikony kamery obok adresu strony.',
    skip: 'Dalej bez kamery',
    liveTitle: 'Spójrz w kamerę',
    previewLabel: 'Obraz z Twojej kamery, jak w lustrze',
    shutter: 'Zrób zdjęcie',
  },
  offline: { title: 'Brak połączenia', text: 'Sprawdź połączenie z internetem i spróbuj ponownie.' },
  again: 'Spróbuj ponownie',
  cancel: 'Anuluj',
  usePhone: 'Użyj zamiast tego telefonu',
  otherWay: 'Użyj innego sposobu',
  back: 'Wróć do {partner}',
}
