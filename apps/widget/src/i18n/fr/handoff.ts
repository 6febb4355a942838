import type { HandoffWords } from '../handoff-copy.ts'

export const words: HandoffWords = {
  title: 'Continuez sur votre téléphone',
  scan: 'Scannez ce code avec l’appareil photo de votre téléphone.',
  codeLabel: 'Code qui ouvre cette vérification sur votre téléphone',
  number: 'Saisissez ensuite ce nombre sur le téléphone :',
  digits: 'Impossible de scanner ? Ouvrez {address} sur votre téléphone et saisissez',
  waiting: 'En attente de votre téléphone…',
  here: 'Rester sur cet appareil',
  connectedTitle: 'Votre téléphone est connecté',
  connectedText: 'Terminez sur votre téléphone. Cette page continuera ensuite automatiquement.',
  takeBack: 'Continuer plutôt ici',
  cancelledTitle: 'Recommençons',
  cancelledText:
    'Le code a été annulé, ou le nombre saisi était faux deux fois. Aucune photo n’a été envoyée.',
  again: 'Afficher un nouveau code',
  claimTitle: 'Continuer ici ?',
  claimText: '{partner} demande cette vérification. Elle a été lancée dans {source}.',
  sourceBoth: '{browser} sur {system}',
  sourceUnknown: 'un navigateur sur un autre appareil',
  claimWarning:
    'Continuez seulement si vous avez vous-même lancé la vérification et voyez le nombre sur l’autre appareil. Personne ne doit vous le demander par message ou par téléphone.',
  numberLabel: 'Nombre affiché sur l’autre appareil',
  submit: 'Continuer',
  wrong: 'Ce n’est pas le nombre affiché. Regardez à nouveau et saisissez les deux chiffres.',
  invalidTitle: 'Ce code ne fonctionne plus',
  invalidText:
    'Les codes changent toutes les 20 secondes. Scannez celui que l’autre appareil affiche maintenant.',
  typeDigits: 'Saisir plutôt les chiffres',
  offline: 'Pas de connexion. Vérifiez votre connexion internet, puis réessayez.',
  doneTitle: 'Retour à votre autre appareil',
  doneText: 'Vous pouvez fermer cette page. L’autre appareil continue automatiquement.',
}
