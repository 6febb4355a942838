import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Spanish. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'el sitio web',
  loading: 'Un momento…',
  slow: 'Está tardando más de lo habitual.',
  start: {
    title: 'Confirme que es usted',
    lead: '{partner} le pide un selfi rápido. {count, plural, one {Tarda # segundo aproximadamente.} other {Tarda unos # segundos.}}',
    stepsLabel: 'Qué va a ocurrir',
    steps: {
      look: { title: 'Mire a la cámara', text: 'La foto se toma automáticamente.' },
      send: { title: 'Se envía una sola foto', text: 'El vídeo se queda en este dispositivo.' },
      compare: { title: 'Se compara', text: 'Con la foto que ya está registrada.' },
    },
    tipsLabel: 'Para una buena foto',
    tips: { 0: 'Luz en la cara', 1: 'Sin gafas de sol ni mascarilla', 2: 'Solo usted en la imagen' },
    consent:
      'Al elegir «Acepto, empezar», permite que {partner} tome una foto de su cara y la compare con la registrada. Puede negarse libremente.',
    enrolment: {
      title: 'Añada su foto',
      keep: { title: 'Queda registrada', text: 'Con ella podrá confirmar más adelante que es usted.' },
      consent:
        'Al elegir «Acepto, empezar», permite que {partner} tome una foto de su cara y la conserve para reconocerle más adelante. Puede negarse libremente.',
    },
    agree: 'Acepto, empezar',
    refuse: 'No, gracias',
    working: 'Empezando…',
  },
  camera: {
    askingTitle: 'Permita la cámara',
    askingText: 'Su navegador pide permiso. Elija «Permitir».',
    slowText: '¿No ve la pregunta? Busque un icono de cámara junto a la dirección de la página.',
    skip: 'Seguir sin cámara',
    liveTitle: 'Mire a la cámara',
    previewLabel: 'Imagen de su cámara, como en un espejo',
    shutter: 'Tomar la foto',
  },
  offline: { title: 'Sin conexión', text: 'Compruebe su conexión a Internet e inténtelo de nuevo.' },
  again: 'Intentar de nuevo',
  cancel: 'Cancelar',
  usePhone: 'Usar su teléfono',
  otherWay: 'Usar otro medio',
  back: 'Volver a {partner}',
}
