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
    stepsLabel: 'Cómo funciona',
    steps: {
      look: { title: 'Mire a la cámara', text: 'La foto se toma automáticamente.' },
      send: { title: 'Solo se envía una foto', text: 'El vídeo no sale de este dispositivo.' },
      compare: { title: 'Se comprueba su foto', text: 'La comparamos con la que ya está registrada.' },
    },
    tipsLabel: 'Para una buena foto',
    tips: { 0: 'Luz en el rostro', 1: 'Sin gafas de sol ni mascarilla', 2: 'Solo usted en la imagen' },
    consent:
      'Al elegir «Aceptar y empezar», permite que {partner} tome una foto de su rostro y la compare con la registrada. Es libre de negarse.',
    enrolment: {
      title: 'Añada su foto',
      keep: {
        title: 'Su foto queda registrada',
        text: 'Con ella podrá confirmar más adelante que es usted.',
      },
      consent:
        'Al elegir «Aceptar y empezar», permite que {partner} tome una foto de su rostro y la conserve para reconocerle más adelante. Es libre de negarse.',
    },
    agree: 'Aceptar y empezar',
    refuse: 'No, gracias',
    working: 'Empezando…',
  },
  camera: {
    askingTitle: 'Permita el uso de la cámara',
    askingText: 'Su navegador pide permiso. Elija «Permitir».',
    slowText: '¿No ve la pregunta? Busque un icono de cámara junto a la dirección de la página.',
    skip: 'Continuar sin cámara',
    liveTitle: 'Mire a la cámara',
    previewLabel: 'Imagen en directo de su cámara, como en un espejo',
    shutter: 'Tomar la foto',
  },
  offline: { title: 'Sin conexión', text: 'Compruebe su conexión a internet e inténtelo de nuevo.' },
  again: 'Intentar de nuevo',
  cancel: 'Cancelar',
  usePhone: 'Usar el teléfono',
  otherWay: 'Elegir otra opción',
  back: 'Volver a {partner}',
}
