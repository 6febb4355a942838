import type { HandoffWords } from './handoff-copy.ts'

export const fr: HandoffWords = {
  title: 'Continuer sur votre téléphone',
  scan: 'Scannez ce code avec l’appareil photo de votre téléphone.',
  codeLabel: 'Code qui ouvre cette vérification sur votre téléphone',
  number: 'Saisissez ce nombre sur votre téléphone :',
  digits: 'Impossible de scanner ? Ouvrez {address} sur votre téléphone et saisissez',
  waiting: 'En attente de votre téléphone…',
  here: 'Rester sur cet appareil',
  connectedTitle: 'Votre téléphone a pris le relais',
  connectedText: 'Terminez sur votre téléphone. Cette page continuera d’elle-même.',
  takeBack: 'Continuer ici finalement',
  cancelledTitle: 'Recommençons',
  cancelledText: 'Le code a été annulé, ou le nombre était faux deux fois. Aucune photo n’a été envoyée.',
  again: 'Afficher un nouveau code',
  claimTitle: 'Continuer ici ?',
  claimText: '{partner} demande cette vérification. Elle a commencé dans {source}.',
  sourceBoth: '{browser} sur {system}',
  sourceUnknown: 'un autre appareil',
  claimWarning:
    'Continuez seulement si vous avez commencé vous-même et voyez le nombre sur cet appareil. Personne ne doit vous le demander par message ou par téléphone.',
  numberLabel: 'Nombre affiché sur l’autre appareil',
  submit: 'Continuer',
  wrong: 'Ce n’est pas le nombre affiché. Regardez encore et saisissez les deux chiffres.',
  invalidTitle: 'Ce code ne fonctionne plus',
  invalidText:
    'Les codes changent toutes les 20 secondes. Scannez celui que l’autre appareil affiche maintenant.',
  offline: 'Pas de connexion. Vérifiez-la et réessayez.',
  doneTitle: 'C’est terminé sur ce téléphone',
  doneText: 'Vous pouvez fermer cette page. L’autre appareil continue de lui-même.',
}
