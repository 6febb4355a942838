import type { Catalogue } from './catalogue.ts'

export const fr: Catalogue = {
  codeTitle: 'Saisissez votre code',
  codeHint:
    'Vous avez reçu un code à 8 chiffres. Il ouvre la vérification du visage sur cet appareil, qui doit avoir une caméra.',
  codeLabel: 'Code',
  codeSubmit: 'Continuer',
  codeErrorPrefix: 'Erreur : ',
  codeUnknown: 'Ce code ne fonctionne pas. Vérifiez-le ou demandez-en un nouveau.',
  codeTooMany:
    'Il y a eu trop d’essais. Attendez {minutes, plural, one {# minute} other {# minutes}}, puis réessayez.',
  mailSubject: '{partner} : configurez la connexion avec votre visage',
  mailGreetingByName: 'Bonjour {applicant},',
  mailGreeting: 'Bonjour,',
  mailRequest:
    '{partner} vous demande de prendre une photo de votre visage, afin que vous puissiez plus tard vous connecter avec votre visage.',
  mailOpenLink: 'Ouvrez ce lien sur un téléphone ou un ordinateur équipé d’une caméra :',
  mailValidity: 'Ce lien vous est strictement personnel et fonctionne jusqu’au {until}.',
  mailIgnore:
    'Si vous n’attendiez pas ce message, vous n’avez rien à faire : aucune photo n’est prise sans votre accord.',
}
