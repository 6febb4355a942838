import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in French. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'le site',
  loading: 'Un instant…',
  slow: 'C’est plus long que d’habitude.',
  start: {
    title: 'Confirmez que c’est bien vous',
    lead: '{partner} vous demande un selfie rapide. {count, plural, one {Cela prend environ # seconde.} other {Cela prend environ # secondes.}}',
    stepsLabel: 'Comment ça marche',
    steps: {
      look: { title: 'Regardez la caméra', text: 'La photo est prise automatiquement.' },
      send: { title: 'Une seule photo est envoyée', text: 'La vidéo reste sur cet appareil.' },
      compare: { title: 'Votre photo est vérifiée', text: 'Nous la comparons à celle déjà enregistrée.' },
    },
    tipsLabel: 'Pour une bonne photo',
    tips: {
      0: 'De la lumière sur le visage',
      1: 'Ni lunettes de soleil ni masque',
      2: 'Personne d’autre que vous',
    },
    consent:
      'En choisissant « Accepter et commencer », vous autorisez {partner} à prendre une photo de votre visage et à la comparer à celle déjà enregistrée. Vous êtes libre de refuser.',
    enrolment: {
      title: 'Ajoutez votre photo',
      keep: { title: 'Votre photo est enregistrée', text: 'Elle servira à confirmer que c’est bien vous.' },
      consent:
        'En choisissant « Accepter et commencer », vous autorisez {partner} à prendre une photo de votre visage et à la conserver pour vous reconnaître plus tard. Vous êtes libre de refuser.',
    },
    agree: 'Accepter et commencer',
    refuse: 'Non merci',
    working: 'Démarrage…',
  },
  camera: {
    askingTitle: 'Autorisez la caméra',
    askingText: 'Votre navigateur demande l’autorisation. Choisissez « Autoriser ».',
    slowText: 'Vous ne voyez pas la question ? Cherchez une icône de caméra à côté de l’adresse de la page.',
    skip: 'Continuer sans caméra',
    liveTitle: 'Regardez la caméra',
    previewLabel: 'Image en direct de votre caméra, en miroir',
    shutter: 'Prendre la photo',
  },
  offline: { title: 'Pas de connexion', text: 'Vérifiez votre connexion internet, puis réessayez.' },
  again: 'Réessayer',
  cancel: 'Annuler',
  usePhone: 'Utiliser plutôt le téléphone',
  otherWay: 'Choisir un autre moyen',
  back: 'Retour vers {partner}',
}
