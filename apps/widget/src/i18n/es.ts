import type { LaterWords } from './catalogue.ts'

/** The words from the camera on, in Spanish. */
export const es: LaterWords = {
  controls: {
    device: 'Cámara',
    deviceName: 'Cámara {number}',
    sound: 'Indicaciones habladas y tonos',
  },
  guidance: {
    starting: 'Preparando…',
    manual: 'Ajuste la cara al óvalo y pulse el botón',
    no_face: 'Lleve la cara al óvalo',
    several_faces: 'Solo usted, por favor: se ve a otra persona',
    too_far: 'Acérquese un poco',
    too_close: 'Aléjese un poco',
    off_centre: 'Lleve la cara al centro',
    turned: 'Gire la cabeza hacia la cámara',
    eyes_closed: 'Mantenga los ojos abiertos',
    too_dark: 'Está demasiado oscuro. Gírese hacia una luz',
    too_bright: 'Hay demasiada luz. Apártese de ella',
    cropped: 'Muestre la cara entera',
    eyes_covered: 'Quítese las gafas oscuras si puede',
    mouth_covered: 'Descúbrase la boca si puede',
    face_covered: 'Descúbrase la cara si puede',
    uneven_light: 'Un lado está oscuro. Gírese hacia la luz',
    low_contrast: 'La imagen está pálida. Limpie la lente o busque mejor luz',
    grey_picture: 'Esta cámara no muestra colores. Elija otra',
    blurry: 'La imagen está borrosa. No se mueva',
    hold_still: 'No se mueva…',
    missed: 'No vimos ninguna cara en esa foto. Colóquese en el óvalo y pulse otra vez.',
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
      intro: 'A continuación le pediremos dos veces que gire un poco la cabeza',
      straight: 'Mire de frente a la cámara',
      left: 'Gire despacio la cabeza a su izquierda',
      right: 'Gire despacio la cabeza a su derecha',
      more: 'Un poco más',
      back: 'Bien. Mire al frente',
      too_fast: 'Un poco más despacio. Mire al frente para empezar de nuevo',
      too_far: 'Ya es suficiente. Mire al frente para empezar de nuevo',
      wrong_way: 'Ese era el otro lado. Mire al frente para empezar de nuevo',
      lost: 'Ya no le vemos. Mire de frente a la cámara',
      once_more: 'Una vez más. Mire al frente para empezar de nuevo',
    },
    again: {
      text: 'No se ha visto bien el giro. Esto ayuda:',
      tips: {
        0: 'Luz en la cara, de frente',
        1: 'Girar la cabeza un poco más despacio',
        2: 'Sostener la cámara a un brazo de distancia',
      },
      ways: 'Otras formas de seguir',
    },
    ways: {
      title: 'Si no puede girar la cabeza',
      text: 'También puede mantener la cabeza quieta y mover el teléfono a su alrededor: despacio, en sentido contrario a la flecha.',
      time: 'Necesito más tiempo',
      go: 'Continuar',
      slow: {
        title: 'Tómese su tiempo',
        text: 'Se acabó el tiempo para el giro. Puede tener más.',
      },
      blind: {
        title: 'Aquí no se puede ver el giro',
        text: 'Este navegador no puede seguir su cabeza. Quizá funcione en otro navegador o en otro dispositivo.',
      },
    },
  },
  upload: {
    preparing: 'Preparando su foto',
    title: 'Enviando su foto',
    checkingTitle: 'Ya casi está',
    text: 'Mantenga esta página abierta',
    progressLabel: 'Enviado',
    pictureLabel: 'La foto que se está enviando',
  },
  retry: {
    title: 'Probemos otra vez',
    reasons: {
      no_face:
        'No encontramos ninguna cara en la foto. Sujete la cámara de modo que toda la cara quede en el óvalo.',
      several_faces: 'Había más de una cara en la foto. Asegúrese de que solo se le vea a usted.',
      face_too_small: 'Su cara era demasiado pequeña en la foto. Acérquese a la cámara.',
      face_too_close: 'Su cara llenaba la foto. Aléjese un poco, a la distancia de un brazo.',
      face_turned: 'Su cara estaba girada. Mire de frente a la cámara.',
      face_blurry: 'La foto estaba borrosa. No se mueva, y limpie la lente si está sucia.',
      image_unreadable: 'La foto llegó dañada. Tome otra.',
    },
    again: 'Intentar de nuevo',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'La cámara está bloqueada',
        text: 'Para usarla, permita la cámara en esta página e inténtelo de nuevo.',
      },
      system: {
        title: 'Su dispositivo bloquea la cámara',
        text: 'Abra los ajustes del dispositivo, después privacidad y cámara. Permítala para su navegador e inténtelo de nuevo.',
      },
      policy: {
        title: 'La cámara no llega a esta página',
        text: 'El sitio web que muestra esta página no le deja usar la cámara. Sus responsables deben añadir allow="camera" al marco.',
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
        title: 'Seguir sin cámara',
        text: 'Elija una foto suya tomada ahora mismo. También puede probar otra vez la cámara.',
      },
    },
    orPhoto: 'También puede elegir una foto suya.',
    steps: {
      chrome: 'Haga clic en el icono a la izquierda de la dirección y permita la cámara.',
      android: 'Toque el icono a la izquierda de la dirección, después «Permisos», y permita la cámara.',
      ios: 'Toque el menú de la página en la barra de direcciones, después los ajustes del sitio, y ponga la cámara en «Permitir».',
      safari:
        'En la barra de menús elija Safari, «Ajustes de este sitio web», y ponga la cámara en «Permitir».',
      firefox: 'Haga clic en la cámara tachada de la barra de direcciones y quite el bloqueo.',
      other: 'Busque un icono de cámara o de candado junto a la dirección, o en los ajustes del navegador.',
    },
    elsewhere: {
      open: 'Abrir en tu navegador',
      copied: 'El enlace está copiado. Pégalo en tu navegador: la comprobación sigue allí.',
    },
    tryCamera: 'Probar otra vez la cámara',
    cancel: 'Cancelar y volver',
  },
  photo: {
    choose: 'Elegir una foto',
    insist: 'Enviarla de todos modos',
    hint: 'JPEG o PNG, su cara de frente, nadie más.',
    issues: {
      empty: 'Ese archivo está vacío. Elija otra foto.',
      heic: 'Es una foto HEIC, que aquí no se puede leer. Elija un JPEG o PNG, o tome otra foto.',
      pdf: 'Es un documento PDF. Elija una foto: JPEG o PNG.',
      wrong_type: 'Ese archivo no es una foto JPEG o PNG. Elija otro.',
      too_many_pixels: 'Esa foto tiene más de 40 megapíxeles. Elija una más pequeña, como un selfi normal.',
      too_large: 'Esa foto es demasiado grande. Elija una de menos de 5 MB.',
      unreadable: 'Esa foto está dañada y no se puede abrir. Elija otra.',
      refused: 'Esa foto no se puede usar. Elija otro JPEG o PNG.',
      no_face: 'No encontramos ninguna cara en esa foto. Elija otra o envíela de todos modos.',
    },
  },
  problem: {
    kept: 'Su foto se conserva: no tiene que volver a tomarla.',
    retrying: '{count, plural, one {Nuevo intento en # segundo.} other {Nuevo intento en # segundos.}}',
    kinds: {
      unavailable: {
        title: 'Espere un momento',
        text: 'La comprobación no está disponible ahora mismo. No se pierde nada.',
      },
      no_reference: {
        title: 'Todavía no está listo',
        text: 'No hay ninguna foto suya registrada con la que comparar. Pregunte a quien le envió este enlace; funcionará en cuanto esté la foto.',
      },
      delayed: {
        title: 'Espere un poco',
        text: 'Se acaba de intentar. Por seguridad hay una pausa antes de la próxima vez: inténtelo de nuevo más tarde.',
      },
      locked: {
        title: 'En pausa por seguridad',
        text: 'Esta comprobación no ha funcionado varias veces y queda en pausa un tiempo. Vuelva atrás y elija otra opción, o pregunte a quien le envió este enlace.',
      },
      unexpected: { title: 'Algo ha salido mal', text: 'No es culpa suya. Inténtelo de nuevo.' },
    },
  },
  link: {
    used: {
      title: 'Este enlace ya se ha usado',
      text: 'Cada enlace sirve una vez. Si todavía debe confirmar que es usted, vuelva y empiece de nuevo.',
    },
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Por su seguridad, los enlaces duran poco tiempo. Vuelva y pida uno nuevo.',
    },
    replaced: {
      title: 'Hay un enlace más reciente',
      text: 'Este ha sido sustituido. Use el más reciente, o vuelva y empiece de nuevo.',
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
      text: 'Gire un poco la cabeza. La foto se toma automáticamente.',
    },
    send: {
      title: 'Se envían una foto y un vídeo breve',
      text: 'El vídeo muestra, sin sonido, cómo gira la cabeza.',
    },
    consent:
      'Al elegir «Acepto, empezar», permite que {partner} tome una foto de su cara y la compare con la registrada, y que además le grabe durante un máximo de tres segundos mientras gira la cabeza y conserve ese vídeo por un tiempo limitado. Puede negarse libremente.',
  },
  notice: {
    title: 'Cómo se usa su foto',
    controller: 'Responsable',
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
    lead: '{partner} le pide que confirme que es usted. La foto la toma un servicio con el que trabaja.',
    steps: {
      open: { title: 'Se abre la comprobación', text: 'En el servicio con el que trabaja {partner}.' },
      look: { title: 'Mire a la cámara', text: 'Siga lo que pide el servicio.' },
      compare: {
        title: 'Se compara',
        text: 'Con lo que ya está registrado. Después vuelve aquí automáticamente.',
      },
    },
    consent:
      'Al elegir «Acepto, empezar», permite que {partner} y el servicio con el que trabaja graben su cara y la comparen con lo registrado. Puede negarse libremente.',
    goingTitle: 'Vamos a la comprobación',
    awayTitle: 'Continúe con la comprobación',
    awayText: 'La comprobación está en otra página. Volverá aquí cuando termine.',
    besideText: 'La comprobación se abre en una pestaña nueva. Cuando termine allí, esta página sigue sola.',
    open: 'Abrir la comprobación',
    frameTitle: 'Comprobación facial',
    frameLabel: 'Comprobación facial del servicio',
    appCode: 'O introduzca este código en la aplicación del servicio:',
    waitTitle: 'Casi listo',
    waitText: 'Se está revisando la comprobación. Mantenga esta página abierta.',
    slowText: 'Está tardando más de lo habitual. Puede seguir esperando: no se pierde nada.',
  },
  done: {
    title: 'Foto recibida',
    text: 'Volviendo a {partner}…',
    leftTitle: 'No pasa nada',
    leaving: 'Un momento…',
  },
}
