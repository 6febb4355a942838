import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in Polish. */
export const words: LaterWords = {
  controls: {
    device: 'Kamera',
    deviceName: 'Kamera {number}',
    sound: 'Wskazówki głosowe i dźwięki',
  },
  guidance: {
    starting: 'Przygotowanie…',
    manual: 'Ustaw twarz w owalu i naciśnij przycisk',
    no_face: 'Ustaw twarz w owalu',
    several_faces: 'W kadrze jest ktoś jeszcze. Tylko Ty, proszę',
    too_far: 'Przysuń się trochę',
    too_close: 'Odsuń się trochę',
    off_centre: 'Ustaw twarz pośrodku',
    turned: 'Zwróć twarz do kamery',
    eyes_closed: 'Nie zamykaj oczu',
    too_dark: 'Jest za ciemno. Odwróć się do światła',
    too_bright: 'Jest za jasno. Odwróć się od światła',
    cropped: 'Pokaż całą twarz',
    eyes_covered: 'Zdejmij ciemne okulary, jeśli możesz',
    mouth_covered: 'Odsłoń usta, jeśli możesz',
    face_covered: 'Odsłoń twarz, jeśli możesz',
    uneven_light: 'Jedna strona jest w cieniu. Odwróć się do światła',
    low_contrast: 'Obraz jest blady. Przetrzyj obiektyw lub popraw oświetlenie',
    grey_picture: 'Ta kamera nie pokazuje kolorów. Wybierz inną',
    blurry: 'Obraz jest nieostry. Nie ruszaj się',
    hold_still: 'Nie ruszaj się…',
    missed: 'Nie widać twarzy. Ustaw ją w owalu i naciśnij przycisk jeszcze raz.',
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
      back: 'Dobrze. Spójrz znów prosto przed siebie',
      too_fast: 'Trochę wolniej. Spójrz prosto, aby zacząć od nowa',
      too_far: 'Trochę za daleko. Spójrz prosto, aby zacząć od nowa',
      wrong_way: 'To była druga strona. Spójrz prosto, aby zacząć od nowa',
      lost: 'Nie widzimy Cię. Spójrz prosto w kamerę',
      once_more: 'Jeszcze raz. Spójrz prosto, aby zacząć od nowa',
    },
    again: {
      text: 'Obrót głowy nie był wystarczająco widoczny. Pomoże:',
      tips: {
        0: 'Światło na twarzy, z przodu',
        1: 'Nieco wolniejszy obrót głowy',
        2: 'Kamera na odległość wyciągniętej ręki',
      },
      ways: 'Inne sposoby',
    },
    ways: {
      title: 'Jeśli nie możesz obrócić głowy',
      text: 'Możesz też trzymać głowę nieruchomo i powoli przesuwać telefon wokół niej, w stronę przeciwną do strzałki.',
      time: 'Potrzebuję więcej czasu',
      go: 'Kontynuuj',
      slow: {
        title: 'Nie ma pośpiechu',
        text: 'Czas na obrót głowy minął. Możesz mieć go więcej.',
      },
      blind: {
        title: 'Ta przeglądarka nie może śledzić ruchu głowy',
        text: 'Może uda się w innej przeglądarce lub na innym urządzeniu.',
      },
    },
  },
  upload: {
    preparing: 'Przygotowujemy zdjęcie',
    title: 'Wysyłamy zdjęcie',
    checkingTitle: 'Sprawdzamy zdjęcie',
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
      face_too_close: 'Twarz była za blisko. Odsuń się trochę, mniej więcej na długość ręki.',
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
        text: 'Zezwól tej stronie na użycie kamery i spróbuj ponownie.',
      },
      system: {
        title: 'Urządzenie blokuje kamerę',
        text: 'W ustawieniach urządzenia otwórz prywatność, a potem kamerę lub aparat. Zezwól przeglądarce na użycie kamery i spróbuj ponownie.',
      },
      policy: {
        title: 'Tutaj nie można użyć kamery',
        text: 'Witryna, która pokazuje tę stronę, nie pozwala jej użyć kamery. Prosimy zgłosić to właścicielom witryny.',
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
        text: 'Może jej używać inna aplikacja. Zamknij rozmowy wideo i aplikacje aparatu, a potem spróbuj ponownie.',
      },
      unsupported: {
        title: 'Ta przeglądarka nie może użyć kamery',
        text: 'Otwórz link w innej przeglądarce, na przykład w tej, która była już na urządzeniu.',
      },
      skipped: {
        title: 'Kontynuuj bez kamery',
        text: 'Wybierz swoje zdjęcie zrobione przed chwilą. Możesz też ponownie spróbować z kamerą.',
      },
    },
    orPhoto: 'Możesz też wybrać swoje zdjęcie.',
    steps: {
      chrome: 'Kliknij ikonę po lewej stronie adresu i zezwól na użycie kamery.',
      android: 'Dotknij ikony po lewej stronie adresu, potem „Uprawnienia”, i zezwól na użycie kamery.',
      ios: 'Dotknij menu strony na pasku adresu, potem „Ustawienia witryny”, i ustaw kamerę na „Pozwól”.',
      safari: 'Na pasku menu wybierz Safari, potem ustawienia tej witryny, i ustaw kamerę na „Pozwól”.',
      firefox: 'Kliknij przekreśloną kamerę na pasku adresu i usuń blokadę.',
      other: 'Poszukaj ikony kamery lub kłódki obok adresu albo otwórz ustawienia przeglądarki.',
    },
    elsewhere: {
      open: 'Otwórz w przeglądarce',
      copy: 'Skopiuj link',
      copied: 'Link skopiowany. Wklej go w przeglądarce, aby tam kontynuować.',
    },
    tryCamera: 'Spróbuj ponownie z kamerą',
    cancel: 'Anuluj i wróć',
  },
  photo: {
    choose: 'Wybierz zdjęcie',
    insist: 'Wyślij mimo to',
    hint: 'JPEG lub PNG: Twoja twarz z przodu, nikogo więcej.',
    issues: {
      empty: 'Ten plik jest pusty. Wybierz inne zdjęcie.',
      heic: 'To zdjęcie HEIC, którego nie da się tu odczytać. Wybierz JPEG lub PNG albo zrób nowe zdjęcie.',
      pdf: 'To dokument PDF. Wybierz zdjęcie JPEG lub PNG.',
      wrong_type: 'Ten plik nie jest zdjęciem JPEG ani PNG. Wybierz inny.',
      too_many_pixels: 'To zdjęcie ma ponad 40 megapikseli. Wybierz mniejsze, na przykład zwykłe selfie.',
      too_large: 'To zdjęcie jest za duże. Wybierz takie poniżej 5 MB.',
      unreadable: 'To zdjęcie jest uszkodzone i nie da się go otworzyć. Wybierz inne.',
      refused: 'Tego zdjęcia nie można użyć. Wybierz inny plik JPEG lub PNG.',
      no_face: 'Na tym zdjęciu nie znaleźliśmy twarzy. Wybierz inne albo wyślij je mimo to.',
    },
  },
  problem: {
    kept: 'Zdjęcie nadal tu jest. Nie trzeba robić go ponownie.',
    retrying:
      '{count, plural, one {Ponowna próba za # sekundę.} few {Ponowna próba za # sekundy.} many {Ponowna próba za # sekund.} other {Ponowna próba za # sekundy.}}',
    kinds: {
      unavailable: {
        title: 'Poczekaj chwilę',
        text: 'Weryfikacja jest teraz niedostępna. Nic nie przepadło.',
      },
      no_reference: {
        title: 'Jeszcze niegotowe',
        text: 'Nie ma jeszcze zapisanego Twojego zdjęcia do porównania. Zapytaj osobę, która wysłała Ci ten link. Zadziała, gdy zdjęcie zostanie dodane.',
      },
      delayed: {
        title: 'Poczekaj jeszcze trochę',
        text: 'Ostatnia próba była przed chwilą. Dla Twojego bezpieczeństwa przed następną potrzebna jest przerwa. Spróbuj ponownie później.',
      },
      locked: {
        title: 'Wstrzymano dla bezpieczeństwa',
        text: 'Ta weryfikacja kilka razy się nie udała, dlatego na pewien czas została wstrzymana. Wróć i wybierz inny sposób albo zapytaj osobę, która wysłała Ci ten link.',
      },
      unexpected: { title: 'Coś poszło nie tak', text: 'To nie Twoja wina. Spróbuj ponownie.' },
    },
  },
  goBack: 'Wstecz',
  link: {
    used: {
      title: 'Ten link został już użyty',
      text: 'Każdy link działa tylko raz. Jeśli nadal musisz potwierdzić, że to Ty, wróć i zacznij od nowa.',
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
      text: 'Gdy o to poprosimy, lekko obróć głowę. Zdjęcie zostanie zrobione automatycznie.',
    },
    send: {
      title: 'Wyślemy zdjęcie i krótkie wideo',
      text: 'Wideo, bez dźwięku, pokazuje, jak obracasz głowę.',
    },
    consent:
      'Wybierając „Zgadzam się i zaczynam”, pozwalasz na wykonanie przez {partner} jednego zdjęcia Twojej twarzy i porównanie go z zapisanym zdjęciem, a także na nagranie najwyżej trzech sekund obrotu Twojej głowy i przechowywanie tego wideo przez ograniczony czas. Możesz odmówić.',
  },
  notice: {
    title: 'Jak używamy Twojego zdjęcia',
    controller: 'Administrator danych',
    purpose: 'Cel',
    purposes: { authentication: 'Potwierdzenie, że to Ty', enrolment: 'Rozpoznanie Cię w przyszłości' },
    kept: 'Okres przechowywania',
    days: '{count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}',
    notKept: 'Zdjęcie nie jest przechowywane: usuwamy je po porównaniu',
    onFile: 'Do usunięcia lub zastąpienia zdjęcia',
    shared: 'Odbiorcy',
    nobody: 'Nikt inny',
    withdraw: 'Wycofaj zgodę',
    privacy: 'Informacja o prywatności',
    terms: 'Warunki korzystania',
  },
  vendor: {
    lead: '{partner} prosi o potwierdzenie, że to Ty. Zdjęcie wykonuje współpracująca usługa.',
    steps: {
      open: { title: 'Otworzy się weryfikacja', text: 'W usłudze, z której korzysta {partner}.' },
      look: { title: 'Spójrz w kamerę', text: 'Postępuj zgodnie ze wskazówkami usługi.' },
      compare: {
        title: 'Twarz zostanie sprawdzona',
        text: 'Porównamy ją z tym, co jest już zapisane. Potem wrócisz tutaj.',
      },
    },
    consent:
      'Wybierając „Zgadzam się i zaczynam”, pozwalasz na nagranie Twojej twarzy przez {partner} i współpracującą usługę oraz na porównanie jej z tym, co jest zapisane. Możesz odmówić.',
    goingTitle: 'Przechodzimy do weryfikacji',
    awayTitle: 'Przejdź do weryfikacji',
    awayText: 'Weryfikacja jest na innej stronie. Po jej zakończeniu wrócisz tutaj.',
    besideText:
      'Weryfikacja otworzy się w nowej karcie. Gdy się tam skończy, ta strona automatycznie przejdzie dalej.',
    open: 'Otwórz weryfikację',
    frameTitle: 'Weryfikacja twarzy',
    frameLabel: 'Weryfikacja twarzy przez usługę',
    appCode: 'Albo wpisz ten kod w aplikacji tej usługi:',
    waitTitle: 'Prawie gotowe',
    waitText: 'Czekamy na wynik. Nie zamykaj tej strony.',
    slowText: 'To trwa dłużej niż zwykle. Możesz czekać dalej: nic nie przepadnie.',
  },
  done: {
    title: 'Zdjęcie odebrane',
    text: 'Wracamy do {partner}…',
    leftTitle: 'Nie ma sprawy',
    leaving: 'Chwileczkę…',
  },
}
