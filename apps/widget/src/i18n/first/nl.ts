import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Dutch. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'de website',
  loading: 'Een ogenblik…',
  slow: 'Dit duurt langer dan anders.',
  start: {
    title: 'Bevestig dat u het bent',
    lead: '{partner} vraagt om een korte selfie. {count, plural, one {Dat duurt ongeveer # seconde.} other {Dat duurt ongeveer # seconden.}}',
    stepsLabel: 'Wat er gebeurt',
    steps: {
      look: { title: 'Kijk in de camera', text: 'De foto wordt automatisch gemaakt.' },
      send: { title: 'Eén foto wordt verzonden', text: 'De video blijft op dit apparaat.' },
      compare: { title: 'De foto wordt vergeleken', text: 'Met de foto die al bekend is.' },
    },
    tipsLabel: 'Voor een goede foto',
    tips: { 0: 'Licht op uw gezicht', 1: 'Geen zonnebril of mondkapje', 2: 'Alleen u in beeld' },
    consent:
      'Met “Akkoord, beginnen” geeft u {partner} toestemming om één foto van uw gezicht te maken en met de bekende foto te vergelijken. U mag altijd weigeren.',
    enrolment: {
      title: 'Voeg uw foto toe',
      keep: { title: 'De foto wordt bewaard', text: 'Daarmee kunt u later bevestigen dat u het bent.' },
      consent:
        'Met “Akkoord, beginnen” geeft u {partner} toestemming om één foto van uw gezicht te maken en te bewaren om u later te herkennen. U mag altijd weigeren.',
    },
    agree: 'Akkoord, beginnen',
    refuse: 'Nee, bedankt',
    working: 'Bezig met starten…',
  },
  camera: {
    askingTitle: 'Sta de camera toe',
    askingText: 'Uw browser vraagt om toestemming. Kies “Toestaan”.',
    slowText: 'Ziet u de vraag niet? Zoek een camerapictogram naast het adres van de pagina.',
    skip: 'Doorgaan zonder camera',
    liveTitle: 'Kijk in de camera',
    previewLabel: 'Beeld van uw camera, gespiegeld',
    shutter: 'Foto maken',
  },
  offline: { title: 'Geen verbinding', text: 'Controleer uw internetverbinding en probeer het opnieuw.' },
  again: 'Opnieuw proberen',
  cancel: 'Annuleren',
  usePhone: 'Liever uw telefoon gebruiken',
  otherWay: 'Een andere manier',
  back: 'Terug naar {partner}',
}
