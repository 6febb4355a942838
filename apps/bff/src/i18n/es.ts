import type { Catalogue } from './catalogue.ts'

export const es: Catalogue = {
  codeTitle: 'Escriba sus dígitos',
  codeHint:
    'Ha recibido 8 dígitos. Abren la comprobación facial en este dispositivo, que necesita una cámara.',
  codeLabel: 'Dígitos',
  codeSubmit: 'Continuar',
  codeErrorPrefix: 'Error: ',
  codeUnknown: 'Estos dígitos no sirven. Compruébelos o pida otros nuevos.',
  codeTooMany:
    'Ha habido demasiados intentos. Espere {minutes, plural, one {# minuto} other {# minutos}} e inténtelo de nuevo.',
  mailSubject: '{partner}: configure el acceso con su rostro',
  mailGreetingByName: 'Hola, {applicant}:',
  mailGreeting: 'Hola:',
  mailRequest:
    '{partner} le pide que tome una foto de su rostro para poder iniciar sesión con él más adelante.',
  mailOpenLink: 'Abra este enlace en un teléfono u ordenador con cámara:',
  mailValidity: 'El enlace es solo para usted y funciona hasta el {until}.',
  mailIgnore: 'Si no esperaba este mensaje, no haga nada: no se toma ninguna foto sin su consentimiento.',
}
