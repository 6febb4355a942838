import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Dutch. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'de website',
  loading: 'Een ogenblik…',
  slow: 'Dit duurt langer dan anders.',
  start: {
    title: 'Bevestig dat u het bent',
    lead: '{partner} vraagt u om een korte selfie. {count, plural, one {Dat duurt ongeveer # seconde.} other {Dat duurt ongeveer # seconden.}}',
    stepsLabel: 'Zo werkt het',
    steps: {
      look: { title: 'Kijk in de camera', text: 'De foto wordt automatisch gemaakt.' },
      send: { title: 'Er wordt maar één foto verzonden', text: 'De video blijft op dit apparaat.' },
      compare: {
        title: 'Uw foto wordt gecontroleerd',
        text: 'We vergelijken hem met de foto die al bekend is.',
      },
    },
    tipsLabel: 'Voor een goede foto',
    tips: { 0: 'Licht op uw gezicht', 1: 'Geen zonnebril of mondkapje', 2: 'Alleen u in beeld' },
    consent:
      'Met “Akkoord en beginnen” geeft u {partner} toestemming om één foto van uw gezicht te maken en die te vergelijken met de foto die al bekend is. U mag altijd weigeren.',
    enrolment: {
      title: 'Voeg uw foto toe',
      keep: { title: 'Uw foto wordt bewaard', text: 'Daarmee kunt u later bevestigen dat u het bent.' },
      consent:
        'Met “Akkoord en beginnen” geeft u {partner} toestemming om één foto van uw gezicht te maken en te bewaren om u later te herkennen. U mag altijd weigeren.',
    },
    agree: 'Akkoord en beginnen',
    refuse: 'Nee, bedankt',
    working: 'Bezig met starten…',
  },
  camera: {
    askingTitle: 'Sta de camera toe',
    askingText: 'Uw browser vraagt om toestemming. Kies “Toestaan” of “Sta toe”.',
    slowText: 'Ziet u de vraag niet? Zoek een camerapictogram naast het adres van de pagina.',
    skip: 'Doorgaan zonder camera',
    liveTitle: 'Kijk in de camera',
    previewLabel: 'Livebeeld van uw camera, gespiegeld',
    shutter: 'Foto maken',
  },
  offline: { title: 'Geen verbinding', text: 'Controleer uw internetverbinding en probeer het opnieuw.' },
  again: 'Opnieuw proberen',
  cancel: 'Annuleren',
  usePhone: 'Liever uw telefoon gebruiken',
  otherWay: 'Andere manier kiezen',
  back: 'Terug naar {partner}',
}
