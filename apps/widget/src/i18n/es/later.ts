import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in Spanish. */
export const words: LaterWords = {
  controls: {
    device: 'Cámara',
    deviceName: 'Cámara {number}',
    sound: 'Indicaciones de voz y tonos',
  },
  guidance: {
    starting: 'Preparando…',
    manual: 'Coloque el rostro dentro del óvalo y pulse el botón',
    no_face: 'Coloque el rostro dentro del óvalo',
    several_faces: 'Se ve a otra persona. Solo usted, por favor',
    too_far: 'Acérquese un poco',
    too_close: 'Aléjese un poco',
    off_centre: 'Coloque el rostro en el centro',
    turned: 'Gire el rostro hacia la cámara',
    eyes_closed: 'Mantenga los ojos abiertos',
    too_dark: 'Hay poca luz. Gírese hacia la luz',
    too_bright: 'Hay demasiada luz. Aléjese de ella',
    cropped: 'Muestre el rostro entero',
    eyes_covered: 'Si puede, quítese las gafas oscuras',
    mouth_covered: 'Si puede, descúbrase la boca',
    face_covered: 'Si puede, descúbrase el rostro',
    uneven_light: 'Un lado queda en sombra. Gírese hacia la luz',
    low_contrast: 'La imagen se ve apagada. Limpie el objetivo o busque mejor luz',
    grey_picture: 'Esta cámara no muestra colores. Elija otra',
    blurry: 'La imagen está borrosa. No se mueva',
    hold_still: 'No se mueva…',
    missed: 'No se ve ningún rostro. Colóquese dentro del óvalo y pulse el botón otra vez.',
  },
  steer: {
    turned: {
      left: 'Gire un poco la cabeza a la izquierda',
      right: 'Gire un poco la cabeza a la derecha',
      up: 'Levante un poco la barbilla',
      down: 'Baje un poco la barbilla',
      upright: 'Mantenga la cabeza recta',
    },
    off_centre: {
      left: 'Muévase un poco a la izquierda',
      right: 'Muévase un poco a la derecha',
      up: 'Suba un poco',
      down: 'Baje un poco',
    },
  },
  turn: {
    title: 'Gire la cabeza',
    cannot: 'No puedo girar la cabeza',
    words: {
      intro: 'A continuación, le pediremos dos veces que gire un poco la cabeza',
      straight: 'Mire de frente a la cámara',
      left: 'Gire despacio la cabeza a su izquierda',
      right: 'Gire despacio la cabeza a su derecha',
      more: 'Un poco más',
      back: 'Bien. Vuelva a mirar al frente',
      too_fast: 'Un poco más despacio, por favor. Mire al frente para empezar de nuevo',
      too_far: 'Ha girado demasiado. Mire al frente para empezar de nuevo',
      wrong_way: 'Ese era el otro lado. Mire al frente para empezar de nuevo',
      lost: 'No le vemos. Mire de frente a la cámara',
      once_more: 'Una vez más, por favor. Mire al frente para empezar de nuevo',
    },
    again: {
      text: 'No se ha visto bien cómo giraba la cabeza. Esto ayuda:',
      tips: {
        0: 'Luz en el rostro, de frente',
        1: 'Girar la cabeza un poco más despacio',
        2: 'Sostener la cámara a un brazo de distancia',
      },
      ways: 'Otras formas de continuar',
    },
    ways: {
      title: 'Si no puede girar la cabeza',
      text: 'También puede mantener la cabeza quieta y mover el teléfono a su alrededor: despacio y en sentido contrario a la flecha.',
      time: 'Necesito más tiempo',
      go: 'Continuar',
      slow: {
        title: 'Tómese su tiempo',
        text: 'Se ha agotado el tiempo para girar la cabeza. Puede disponer de más tiempo.',
      },
      blind: {
        title: 'Este navegador no puede seguir su cabeza',
        text: 'Quizá funcione en otro navegador o en otro dispositivo.',
      },
    },
  },
  upload: {
    preparing: 'Preparando su foto',
    title: 'Enviando su foto',
    checkingTitle: 'Comprobando su foto',
    text: 'Mantenga esta página abierta',
    progressLabel: 'Enviado',
    pictureLabel: 'La foto que se está enviando',
  },
  retry: {
    title: 'Probemos otra vez',
    reasons: {
      no_face:
        'No encontramos ningún rostro en la foto. Sujete la cámara de modo que todo el rostro quede dentro del óvalo.',
      several_faces: 'Había más de un rostro en la foto. Asegúrese de que solo se le vea a usted.',
      face_too_small: 'Su rostro se veía demasiado pequeño en la foto. Acérquese a la cámara.',
      face_too_close: 'Su rostro estaba demasiado cerca. Aléjese un poco, a la distancia de un brazo.',
      face_turned: 'Su rostro estaba girado. Mire de frente a la cámara.',
      face_blurry: 'La foto estaba borrosa. No se mueva, y limpie el objetivo si está sucio.',
      image_unreadable: 'La foto llegó dañada. Tome otra.',
    },
    again: 'Intentar de nuevo',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'La cámara está bloqueada',
        text: 'Permita el uso de la cámara en esta página e inténtelo de nuevo.',
      },
      system: {
        title: 'Su dispositivo bloquea la cámara',
        text: 'En los ajustes del dispositivo, abra privacidad y después cámara. Permita que su navegador la use e inténtelo de nuevo.',
      },
      policy: {
        title: 'La cámara no se puede usar aquí',
        text: 'El sitio web que muestra esta página no le permite usar la cámara. Por favor, avise a sus responsables.',
      },
      insecure: {
        title: 'Esta página no es segura',
        text: 'Los navegadores solo permiten la cámara en direcciones que empiezan por https. Abra otra vez el enlace original.',
      },
      missing: {
        title: 'No se encontró ninguna cámara',
        text: 'Conecte o encienda una cámara e inténtelo de nuevo.',
      },
      busy: {
        title: 'La cámara no responde',
        text: 'Puede que la esté usando otra aplicación. Cierre las videollamadas y las aplicaciones de cámara e inténtelo de nuevo.',
      },
      unsupported: {
        title: 'Este navegador no puede usar la cámara',
        text: 'Abra el enlace en otro navegador, como el que venía con su dispositivo.',
      },
      skipped: {
        title: 'Continuar sin cámara',
        text: 'Elija una foto suya tomada ahora mismo. También puede volver a probar con la cámara.',
      },
    },
    orPhoto: 'También puede elegir una foto suya.',
    steps: {
      chrome: 'Haga clic en el icono a la izquierda de la dirección y permita la cámara.',
      android: 'Toque el icono a la izquierda de la dirección, después «Permisos», y permita la cámara.',
      ios: 'Toque el menú de la página en la barra de direcciones, después «Ajustes del sitio web», y ponga la cámara en «Permitir».',
      safari:
        'En la barra de menús, elija Safari, después los ajustes de este sitio web, y ponga la cámara en «Permitir».',
      firefox: 'Haga clic en la cámara tachada de la barra de direcciones y quite el bloqueo.',
      other: 'Busque un icono de cámara o de candado junto a la dirección, o abra los ajustes del navegador.',
    },
    elsewhere: {
      open: 'Abrir en su navegador',
      copy: 'Copiar el enlace',
      copied: 'Enlace copiado. Péguelo en su navegador para continuar allí.',
    },
    tryCamera: 'Volver a probar la cámara',
    cancel: 'Cancelar y volver',
  },
  photo: {
    choose: 'Elegir una foto',
    insist: 'Enviar de todos modos',
    hint: 'JPEG o PNG: su rostro de frente, nadie más.',
    issues: {
      empty: 'Este archivo está vacío. Elija otra foto.',
      heic: 'Es una foto HEIC, que aquí no se puede leer. Elija un JPEG o PNG, o tome otra foto.',
      pdf: 'Es un documento PDF. Elija una foto JPEG o PNG.',
      wrong_type: 'Este archivo no es una foto JPEG o PNG. Elija otro.',
      too_many_pixels: 'Esta foto tiene más de 40 megapíxeles. Elija una más pequeña, como un selfi normal.',
      too_large: 'Esta foto es demasiado grande. Elija una de menos de 5 MB.',
      unreadable: 'Esta foto está dañada y no se puede abrir. Elija otra.',
      refused: 'Esta foto no se puede usar. Elija otro JPEG o PNG.',
      no_face: 'No encontramos ningún rostro en esta foto. Elija otra o envíela de todos modos.',
    },
  },
  problem: {
    kept: 'Su foto sigue aquí. No tiene que volver a tomarla.',
    retrying: '{count, plural, one {Nuevo intento en # segundo.} other {Nuevo intento en # segundos.}}',
    kinds: {
      unavailable: {
        title: 'Espere un momento',
        text: 'La verificación no está disponible ahora mismo. No se pierde nada.',
      },
      no_reference: {
        title: 'Todavía no está listo',
        text: 'Aún no hay ninguna foto suya registrada con la que comparar. Consulte a quien le envió este enlace. Funcionará en cuanto se añada la foto.',
      },
      delayed: {
        title: 'Espere un rato',
        text: 'Acaba de intentarlo. Por su seguridad, hay una pausa antes del próximo intento. Vuelva a intentarlo más tarde.',
      },
      locked: {
        title: 'En pausa por su seguridad',
        text: 'Esta verificación no ha funcionado varias veces y queda en pausa durante un tiempo. Vuelva atrás y elija otra opción, o consulte a quien le envió este enlace.',
      },
      unexpected: { title: 'Algo ha salido mal', text: 'No es culpa suya. Inténtelo de nuevo.' },
    },
  },
  goBack: 'Volver',
  link: {
    used: {
      title: 'Este enlace ya se ha usado',
      text: 'Cada enlace sirve una sola vez. Si todavía debe confirmar que es usted, vuelva atrás y empiece de nuevo.',
    },
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Por su seguridad, los enlaces duran poco tiempo. Vuelva atrás y pida uno nuevo.',
    },
    replaced: {
      title: 'Hay un enlace más reciente',
      text: 'Este se ha sustituido. Use el más reciente, o vuelva atrás y empiece de nuevo.',
    },
    invalid: {
      title: 'Este enlace no es válido',
      text: 'Puede que esté incompleto. Abra otra vez el enlace entero o pida uno nuevo.',
    },
    inUse: {
      title: 'Este enlace está abierto en otro lugar',
      text: 'Se ha abierto en otro navegador o dispositivo. Continúe allí o pida un enlace nuevo.',
    },
  },
  video: {
    lead: '{partner} le pide un selfi rápido y que gire un poco la cabeza.',
    look: {
      title: 'Mire a la cámara',
      text: 'Gire un poco la cabeza cuando se le pida. La foto se toma automáticamente.',
    },
    send: {
      title: 'Se envían una foto y un vídeo breve',
      text: 'El vídeo muestra, sin sonido, cómo gira la cabeza.',
    },
    consent:
      'Al elegir «Aceptar y empezar», permite que {partner} tome una foto de su rostro y la compare con la registrada, y que le grabe durante un máximo de tres segundos mientras gira la cabeza y conserve ese vídeo por un tiempo limitado. Es libre de negarse.',
  },
  notice: {
    title: 'Cómo se usa su foto',
    controller: 'Responsable del tratamiento',
    purpose: 'Finalidad',
    purposes: { authentication: 'Confirmar que es usted', enrolment: 'Reconocerle más adelante' },
    kept: 'Plazo de conservación',
    days: '{count, plural, one {# día} many {# días} other {# días}}',
    notKept: 'No se conserva: se elimina tras la comparación',
    onFile: 'Hasta que se elimine o se sustituya',
    shared: 'Se comparte con',
    nobody: 'Nadie más',
    withdraw: 'Retirar su consentimiento',
    privacy: 'Aviso de privacidad',
    terms: 'Condiciones de uso',
  },
  vendor: {
    lead: '{partner} le pide que confirme que es usted. La foto la toma un servicio colaborador.',
    steps: {
      open: { title: 'Se abre la verificación', text: 'En un servicio con el que trabaja {partner}.' },
      look: { title: 'Mire a la cámara', text: 'Siga las instrucciones del servicio.' },
      compare: {
        title: 'Se comprueba su rostro',
        text: 'Se compara con lo que ya está registrado. Después vuelve aquí.',
      },
    },
    consent:
      'Al elegir «Aceptar y empezar», permite que {partner} y el servicio con el que trabaja graben su rostro y lo comparen con lo registrado. Es libre de negarse.',
    goingTitle: 'Vamos a la verificación',
    awayTitle: 'Continúe con la verificación',
    awayText: 'La verificación está en otra página. Volverá aquí cuando termine.',
    besideText:
      'La verificación se abre en una pestaña nueva. Cuando termine allí, esta página continuará automáticamente.',
    open: 'Abrir la verificación',
    frameTitle: 'Verificación facial',
    frameLabel: 'Verificación facial del servicio',
    appCode: 'O introduzca este código en la aplicación del servicio:',
    waitTitle: 'Ya casi está',
    waitText: 'Estamos esperando el resultado. Mantenga esta página abierta.',
    slowText: 'Está tardando más de lo habitual. Puede seguir esperando: no se pierde nada.',
  },
  done: {
    title: 'Foto recibida',
    text: 'Volviendo a {partner}…',
    leftTitle: 'No hay problema',
    leaving: 'Un momento…',
  },
}
