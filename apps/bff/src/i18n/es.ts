import type { Catalogue } from './catalogue.ts'

export const es: Catalogue = {
  codeTitle: 'Escriba su código',
  codeHint:
    'Ha recibido un código de 8 cifras. Abre la verificación facial en este dispositivo, que necesita una cámara.',
  codeLabel: 'Código',
  codeSubmit: 'Continuar',
  codeErrorPrefix: 'Error: ',
  codeUnknown: 'Este código no funciona. Compruébelo o pida uno nuevo.',
  codeTooMany:
    'Ha habido demasiados intentos. Espere {minutes, plural, one {# minuto} other {# minutos}} e inténtelo de nuevo.',
  mailSubject: '{partner}: configure el acceso con su rostro',
  mailGreetingByName: 'Hola, {applicant}:',
  mailGreeting: 'Hola:',
  mailRequest:
    '{partner} le pide que tome una foto de su rostro para que pueda iniciar sesión con él más adelante.',
  mailOpenLink: 'Abra este enlace en un teléfono u ordenador con cámara:',
  mailValidity: 'El enlace es solo para usted y funciona hasta el {until}.',
  mailIgnore:
    'Si no esperaba este mensaje, no tiene que hacer nada: no se toma ninguna foto sin su consentimiento.',
}
