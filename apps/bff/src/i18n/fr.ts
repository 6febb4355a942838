import type { Catalogue } from './catalogue.ts'

export const fr: Catalogue = {
  codeTitle: 'Saisissez vos chiffres',
  codeHint:
    'Vous avez reçu 8 chiffres. Ils ouvrent la vérification du visage sur cet appareil, qui doit avoir une caméra.',
  codeLabel: 'Chiffres',
  codeSubmit: 'Continuer',
  codeErrorPrefix: 'Erreur : ',
  codeUnknown: 'Ces chiffres ne fonctionnent pas. Vérifiez-les ou demandez-en de nouveaux.',
  codeTooMany:
    'Il y a eu trop d’essais. Attendez {minutes, plural, one {# minute} other {# minutes}}, puis réessayez.',
  mailSubject: '{partner} : configurez la connexion avec votre visage',
  mailGreetingByName: 'Bonjour {applicant},',
  mailGreeting: 'Bonjour,',
  mailRequest:
    '{partner} vous demande de prendre une photo de votre visage, afin que vous puissiez vous connecter avec lui plus tard.',
  mailOpenLink: 'Ouvrez ce lien sur un téléphone ou un ordinateur équipé d’une caméra :',
  mailValidity: 'Ce lien est pour vous seul et fonctionne jusqu’au {until}.',
  mailIgnore:
    'Si vous n’attendiez pas ce message, ne faites rien : aucune photo n’est prise sans votre accord.',
}
