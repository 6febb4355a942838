import type { LaterWords } from './catalogue.ts'

/** The words from the camera on, in Polish. */
export const pl: LaterWords = {
  controls: {
    device: 'Kamera',
    deviceName: 'Kamera {number}',
    sound: 'Wskazówki głosowe i dźwięki',
  },
  guidance: {
    starting: 'Przygotowanie…',
    manual: 'Ustaw twarz w owalu i naciśnij przycisk',
    no_face: 'Ustaw twarz w owalu',
    several_faces: 'Tylko Ty: w kadrze jest ktoś jeszcze',
    too_far: 'Przysuń się trochę',
    too_close: 'Odsuń się trochę',
    off_centre: 'Ustaw twarz pośrodku',
    turned: 'Zwróć głowę do kamery',
    eyes_closed: 'Nie zamykaj oczu',
    too_dark: 'Jest za ciemno. Zwróć się do światła',
    too_bright: 'Jest za jasno. Odwróć się od światła',
    cropped: 'Pokaż całą twarz',
    eyes_covered: 'Zdejmij ciemne okulary, jeśli możesz',
    mouth_covered: 'Odsłoń usta, jeśli możesz',
    face_covered: 'Odsłoń twarz, jeśli możesz',
    uneven_light: 'Jedna strona jest ciemna. Zwróć się do światła',
    low_contrast: 'Obraz jest blady. Przetrzyj obiektyw lub popraw światło',
    grey_picture: 'Ta kamera nie pokazuje kolorów. Wybierz inną',
    blurry: 'Obraz jest nieostry. Nie ruszaj się',
    hold_still: 'Nie ruszaj się…',
    missed: 'Na tym zdjęciu nie było widać twarzy. Ustaw się w owalu i naciśnij jeszcze raz.',
  },
  steer: {
    turned: {
      left: 'Obróć głowę trochę w lewo',
      right: 'Obróć głowę trochę w prawo',
      up: 'Podnieś trochę brodę',
      down: 'Opuść trochę brodę',
      upright: 'Trzymaj głowę prosto',
    },
    off_centre: {
      left: 'Przesuń się trochę w lewo',
      right: 'Przesuń się trochę w prawo',
      up: 'Przesuń się trochę wyżej',
      down: 'Przesuń się trochę niżej',
    },
  },
  turn: {
    title: 'Obróć głowę',
    cannot: 'Nie mogę obrócić głowy',
    words: {
      intro: 'Za chwilę dwa razy poprosimy o lekki obrót głowy',
      straight: 'Spójrz prosto w kamerę',
      left: 'Powoli obróć głowę w swoją lewą stronę',
      right: 'Powoli obróć głowę w swoją prawą stronę',
      more: 'Jeszcze trochę',
      back: 'Dobrze. Spójrz prosto przed siebie',
      too_fast: 'Trochę wolniej. Spójrz prosto, aby zacząć od nowa',
      too_far: 'Wystarczy. Spójrz prosto, aby zacząć od nowa',
      wrong_way: 'To była druga strona. Spójrz prosto, aby zacząć od nowa',
      lost: 'Nie widzimy Cię. Spójrz prosto w kamerę',
      once_more: 'Jeszcze raz. Spójrz prosto, aby zacząć od nowa',
    },
    again: {
      text: 'Nie było dobrze widać obrotu. To pomaga:',
      tips: {
        0: 'Światło na twarzy, z przodu',
        1: 'Nieco wolniejszy obrót głowy',
        2: 'Kamera na wyciągnięcie ręki',
      },
      ways: 'Inne sposoby',
    },
    ways: {
      title: 'Jeśli nie możesz obrócić głowy',
      text: 'Możesz też trzymać głowę nieruchomo i powoli przesuwać telefon wokół niej, w stronę przeciwną do strzałki.',
      time: 'Potrzebuję więcej czasu',
      go: 'Dalej',
      slow: {
        title: 'Nie spiesz się',
        text: 'Czas na obrót minął. Możesz mieć go więcej.',
      },
      blind: {
        title: 'Tu nie widać obrotu',
        text: 'Ta przeglądarka nie może śledzić ruchu głowy. Może uda się w innej przeglądarce lub na innym urządzeniu.',
      },
    },
  },
  upload: {
    preparing: 'Przygotowujemy zdjęcie',
    title: 'Wysyłamy zdjęcie',
    checkingTitle: 'Prawie gotowe',
    text: 'Nie zamykaj tej strony',
    progressLabel: 'Wysłano',
    pictureLabel: 'Wysyłane zdjęcie',
  },
  retry: {
    title: 'Spróbujmy jeszcze raz',
    reasons: {
      no_face: 'Na zdjęciu nie znaleźliśmy twarzy. Trzymaj kamerę tak, aby cała twarz była w owalu.',
      several_faces: 'Na zdjęciu była więcej niż jedna twarz. Zadbaj, aby było widać tylko Ciebie.',
      face_too_small: 'Twarz na zdjęciu była za mała. Przysuń się do kamery.',
      face_too_close: 'Twarz wypełniła całe zdjęcie. Odsuń się trochę, mniej więcej na długość ręki.',
      face_turned: 'Twarz była odwrócona. Patrz prosto w kamerę.',
      face_blurry: 'Zdjęcie było nieostre. Nie ruszaj się i przetrzyj obiektyw, jeśli jest zabrudzony.',
      image_unreadable: 'Zdjęcie dotarło uszkodzone. Zrób nowe.',
    },
    again: 'Spróbuj ponownie',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'Kamera jest zablokowana',
        text: 'Aby jej użyć, zezwól tej stronie na kamerę i spróbuj ponownie.',
      },
      system: {
        title: 'Urządzenie blokuje kamerę',
        text: 'Otwórz ustawienia urządzenia, potem prywatność i kamera. Zezwól na nią przeglądarce i spróbuj ponownie.',
      },
      policy: {
        title: 'Kamera nie jest udostępniona',
        text: 'Witryna, która pokazuje tę stronę, nie udostępnia jej kamery. Jej twórcy muszą dodać do ramki allow="camera".',
      },
      insecure: {
        title: 'Ta strona nie jest bezpieczna',
        text: 'Przeglądarki zezwalają na kamerę tylko pod adresami zaczynającymi się od https. Otwórz ponownie pierwotny link.',
      },
      missing: {
        title: 'Nie znaleziono kamery',
        text: 'Podłącz lub włącz kamerę i spróbuj ponownie.',
      },
      busy: {
        title: 'Kamera nie odpowiada',
        text: 'Może jej używać inna aplikacja. Zamknij rozmowy wideo i aplikacje aparatu i spróbuj ponownie.',
      },
      unsupported: {
        title: 'Ta przeglądarka nie może użyć kamery',
        text: 'Otwórz link w innej przeglądarce, na przykład tej z Twojego urządzenia.',
      },
      skipped: {
        title: 'Dalej bez kamery',
        text: 'Wybierz swoje zdjęcie zrobione przed chwilą. Możesz też ponownie spróbować z kamerą.',
      },
    },
    orPhoto: 'Możesz też wybrać swoje zdjęcie.',
    steps: {
      chrome: 'Kliknij ikonę po lewej stronie adresu i zezwól na kamerę.',
      android: 'Dotknij ikony po lewej stronie adresu, potem „Uprawnienia”, i zezwól na kamerę.',
      ios: 'Dotknij menu strony na pasku adresu, potem ustawień witryny, i ustaw kamerę na „Pozwól”.',
      safari: 'Na pasku menu wybierz Safari, „Ustawienia dla tej witryny”, i ustaw kamerę na „Pozwól”.',
      firefox: 'Kliknij przekreśloną kamerę na pasku adresu i usuń blokadę.',
      other: 'Poszukaj znaku kamery lub kłódki obok adresu albo w ustawieniach przeglądarki.',
    },
    elsewhere: {
      open: 'Otwórz w przeglądarce',
      copied: 'Link został skopiowany. Wklej go w przeglądarce: tam sprawdzanie będzie kontynuowane.',
    },
    tryCamera: 'Spróbuj ponownie z kamerą',
    cancel: 'Anuluj i wróć',
  },
  photo: {
    choose: 'Wybierz zdjęcie',
    insist: 'Wyślij mimo to',
    hint: 'JPEG lub PNG, Twoja twarz z przodu, nikogo więcej.',
    issues: {
      empty: 'Ten plik jest pusty. Wybierz inne zdjęcie.',
      heic: 'To zdjęcie HEIC, którego nie da się tu odczytać. Wybierz JPEG lub PNG albo zrób nowe zdjęcie.',
      pdf: 'To dokument PDF. Wybierz zdjęcie: JPEG lub PNG.',
      wrong_type: 'Ten plik nie jest zdjęciem JPEG ani PNG. Wybierz inny.',
      too_many_pixels: 'To zdjęcie ma ponad 40 megapikseli. Wybierz mniejsze, na przykład zwykłe selfie.',
      too_large: 'To zdjęcie jest za duże. Wybierz takie poniżej 5 MB.',
      unreadable: 'To zdjęcie jest uszkodzone i nie da się go otworzyć. Wybierz inne.',
      refused: 'Tego zdjęcia nie można użyć. Wybierz inny plik JPEG lub PNG.',
      no_face: 'Na tym zdjęciu nie widać twarzy. Wybierz inne albo wyślij je mimo to.',
    },
  },
  problem: {
    kept: 'Zdjęcie jest zachowane: nie trzeba robić go ponownie.',
    retrying:
      '{count, plural, one {Ponowna próba za # sekundę.} few {Ponowna próba za # sekundy.} many {Ponowna próba za # sekund.} other {Ponowna próba za # sekundy.}}',
    kinds: {
      unavailable: {
        title: 'Poczekaj chwilę',
        text: 'Sprawdzenie jest teraz niedostępne. Nic nie przepadło.',
      },
      no_reference: {
        title: 'Jeszcze nie gotowe',
        text: 'Nie mamy Twojego zdjęcia do porównania. Zapytaj osobę, która wysłała Ci ten link; zadziała, gdy zdjęcie będzie dodane.',
      },
      delayed: {
        title: 'Poczekaj jeszcze chwilę',
        text: 'Próba odbyła się przed chwilą. Dla bezpieczeństwa przed następną jest przerwa: spróbuj ponownie później.',
      },
      locked: {
        title: 'Wstrzymano dla bezpieczeństwa',
        text: 'To sprawdzenie nie powiodło się kilka razy, dlatego na pewien czas zostało wstrzymane. Wróć i wybierz inny sposób albo zapytaj osobę, która wysłała Ci ten link.',
      },
      unexpected: { title: 'Coś poszło nie tak', text: 'To nie Twoja wina. Spróbuj ponownie.' },
    },
  },
  link: {
    used: {
      title: 'Ten link został już użyty',
      text: 'Link działa raz. Jeśli nadal musisz potwierdzić, że to Ty, wróć i zacznij od nowa.',
    },
    expired: {
      title: 'Ten link wygasł',
      text: 'Dla Twojego bezpieczeństwa linki działają krótko. Wróć i poproś o nowy.',
    },
    replaced: {
      title: 'Jest nowszy link',
      text: 'Ten został zastąpiony. Użyj najnowszego albo wróć i zacznij od nowa.',
    },
    invalid: {
      title: 'Ten link jest nieprawidłowy',
      text: 'Może być niepełny. Otwórz ponownie cały link lub poproś o nowy.',
    },
    inUse: {
      title: 'Ten link jest otwarty gdzie indziej',
      text: 'Otwarto go w innej przeglądarce lub na innym urządzeniu. Kontynuuj tam albo poproś o nowy link.',
    },
  },
  video: {
    lead: '{partner} prosi o szybkie selfie i lekki obrót głowy.',
    look: {
      title: 'Spójrz w kamerę',
      text: 'Lekko obracasz głowę. Zdjęcie zostanie zrobione automatycznie.',
    },
    send: {
      title: 'Wysyłamy zdjęcie i krótkie wideo',
      text: 'Wideo, bez dźwięku, pokazuje, jak obracasz głowę.',
    },
    consent:
      'Wybierając „Zgadzam się, zaczynamy”, pozwalasz, aby {partner} zrobił jedno zdjęcie Twojej twarzy i porównał je z zapisanym, a także nagrał najwyżej trzy sekundy obrotu Twojej głowy i przechowywał to wideo przez ograniczony czas. Możesz odmówić.',
  },
  notice: {
    title: 'Jak używamy zdjęcia',
    controller: 'Administrator danych',
    purpose: 'Cel',
    purposes: { authentication: 'Potwierdzenie, że to Ty', enrolment: 'Rozpoznanie Cię w przyszłości' },
    kept: 'Okres przechowywania',
    days: '{count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}',
    notKept: 'Zdjęcie nie jest przechowywane: usuwamy je po porównaniu',
    onFile: 'Do usunięcia lub zastąpienia zdjęcia',
    shared: 'Udostępniane',
    nobody: 'Nikomu innemu',
    withdraw: 'Wycofaj zgodę',
    privacy: 'Informacja o prywatności',
    terms: 'Warunki korzystania',
  },
  vendor: {
    lead: '{partner} prosi o potwierdzenie, że to Ty. Zdjęcie wykonuje współpracująca usługa.',
    steps: {
      open: { title: 'Otwiera się weryfikacja', text: 'W usłudze, z której korzysta {partner}.' },
      look: { title: 'Spójrz w kamerę', text: 'Wykonuj polecenia usługi.' },
      compare: {
        title: 'Następuje porównanie',
        text: 'Z tym, co jest już zapisane. Potem wrócisz automatycznie.',
      },
    },
    consent:
      'Wybierając „Zgadzam się, zaczynamy”, pozwalasz, aby {partner} i współpracująca usługa nagrali Twoją twarz i porównali ją z tym, co jest zapisane. Możesz odmówić.',
    goingTitle: 'Przechodzimy do weryfikacji',
    awayTitle: 'Kontynuuj weryfikację',
    awayText: 'Weryfikacja jest na innej stronie. Po jej zakończeniu wrócisz tutaj.',
    besideText:
      'Weryfikacja otworzy się w nowej karcie. Gdy się tam skończy, ta strona przejdzie dalej sama.',
    open: 'Otwórz weryfikację',
    frameTitle: 'Weryfikacja twarzy',
    frameLabel: 'Weryfikacja twarzy przez usługę',
    appCode: 'Albo wpisz ten kod w aplikacji tej usługi:',
    waitTitle: 'Prawie gotowe',
    waitText: 'Trwa ocena weryfikacji. Nie zamykaj tej strony.',
    slowText: 'To trwa dłużej niż zwykle. Możesz czekać dalej: nic nie przepadnie.',
  },
  done: {
    title: 'Zdjęcie odebrane',
    text: 'Wracamy do {partner}…',
    leftTitle: 'Nic się nie stało',
    leaving: 'Chwileczkę…',
  },
}
