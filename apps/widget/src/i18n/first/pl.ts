import type { FirstCatalogue } from '../catalogue.ts'
import { plural } from '../plural.ts'

/** The words until the camera shows, in Polish. */
export const words: FirstCatalogue = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'witryna',
  loading: 'Chwileczkę…',
  start: {
    title: 'Potwierdź, że to Ty',
    lead: plural({
      one: '{partner} prosi o szybkie selfie. Zajmie to około {count} sekundy.',
      few: '{partner} prosi o szybkie selfie. Zajmie to około {count} sekund.',
      many: '{partner} prosi o szybkie selfie. Zajmie to około {count} sekund.',
      other: '{partner} prosi o szybkie selfie. Zajmie to około {count} sekundy.',
    }),
    stepsLabel: 'Co się stanie',
    steps: {
      look: { title: 'Spójrz w kamerę', text: 'Zdjęcie zrobi się samo.' },
      send: { title: 'Wysyłamy jedno zdjęcie', text: 'Wideo zostaje na tym urządzeniu.' },
      compare: { title: 'Zdjęcie jest porównywane', text: 'Z tym, które już mamy.' },
    },
    tipsLabel: 'Aby zdjęcie się udało',
    tips: ['Światło na twarzy', 'Bez okularów przeciwsłonecznych i maseczki', 'Tylko Ty w kadrze'],
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
    slowText: 'Nie widzisz pytania? Poszukaj znaku kamery obok adresu strony.',
    skip: 'Dalej bez kamery',
    liveTitle: 'Spójrz w kamerę',
    previewLabel: 'Obraz z Twojej kamery, jak w lustrze',
    shutter: 'Zrób zdjęcie',
    missed: 'Na tym zdjęciu nie było widać twarzy. Ustaw się w owalu i naciśnij jeszcze raz.',
  },
  offline: { title: 'Brak połączenia', text: 'Sprawdź połączenie z internetem i spróbuj ponownie.' },
  again: 'Spróbuj ponownie',
  cancel: 'Anuluj',
  usePhone: 'Użyj zamiast tego telefonu',
  otherWay: 'Użyj innego sposobu',
  back: 'Wróć do {partner}',
}
