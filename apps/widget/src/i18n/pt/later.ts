import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in Portuguese. */
export const words: LaterWords = {
  controls: {
    device: 'Câmera',
    deviceName: 'Câmera {number}',
    sound: 'Orientação por voz e sons',
  },
  guidance: {
    starting: 'Preparando…',
    manual: 'Encaixe o rosto no oval e aperte o botão',
    no_face: 'Encaixe o rosto no oval',
    several_faces: 'Há mais alguém na imagem. Só você, por favor',
    too_far: 'Aproxime-se um pouco',
    too_close: 'Afaste-se um pouco',
    off_centre: 'Traga o rosto para o centro',
    turned: 'Vire o rosto para a câmera',
    eyes_closed: 'Mantenha os olhos abertos',
    too_dark: 'Está escuro demais. Vire-se para a luz',
    too_bright: 'Há luz demais. Vire-se para o outro lado',
    cropped: 'Mostre o rosto inteiro',
    eyes_covered: 'Tire os óculos escuros, se puder',
    mouth_covered: 'Descubra a boca, se puder',
    face_covered: 'Descubra o rosto, se puder',
    uneven_light: 'Um lado está na sombra. Vire-se para a luz',
    low_contrast: 'A imagem está apagada. Limpe a lente ou procure uma luz melhor',
    grey_picture: 'Esta câmera não mostra cores. Escolha outra',
    blurry: 'A imagem está desfocada. Não se mexa',
    hold_still: 'Não se mexa…',
    missed: 'Não vimos um rosto. Encaixe o rosto no oval e aperte o botão de novo.',
  },
  steer: {
    turned: {
      left: 'Vire um pouco a cabeça para a esquerda',
      right: 'Vire um pouco a cabeça para a direita',
      up: 'Levante um pouco o queixo',
      down: 'Baixe um pouco o queixo',
      upright: 'Mantenha a cabeça reta',
    },
    off_centre: {
      left: 'Mova-se um pouco para a esquerda',
      right: 'Mova-se um pouco para a direita',
      up: 'Suba um pouco',
      down: 'Desça um pouco',
    },
  },
  turn: {
    title: 'Vire a cabeça',
    cannot: 'Não consigo virar a cabeça',
    words: {
      intro: 'A seguir, vamos pedir duas vezes que você vire um pouco a cabeça',
      straight: 'Olhe diretamente para a câmera',
      left: 'Vire a cabeça devagar para a sua esquerda',
      right: 'Vire a cabeça devagar para a sua direita',
      more: 'Mais um pouco',
      back: 'Muito bem. Olhe para a frente de novo',
      too_fast: 'Um pouco mais devagar, por favor. Olhe para a frente para recomeçar',
      too_far: 'Foi um pouco demais. Olhe para a frente para recomeçar',
      wrong_way: 'Esse era o outro lado. Olhe para a frente para recomeçar',
      lost: 'Não estamos vendo você. Olhe diretamente para a câmera',
      once_more: 'Mais uma vez, por favor. Olhe para a frente para recomeçar',
    },
    again: {
      text: 'Não deu para ver bem como você virou a cabeça. Isto ajuda:',
      tips: {
        0: 'Luz no rosto, vinda da frente',
        1: 'Virar a cabeça um pouco mais devagar',
        2: 'Segurar a câmera à distância de um braço',
      },
      ways: 'Outras formas de continuar',
    },
    ways: {
      title: 'Se você não consegue virar a cabeça',
      text: 'Você também pode manter a cabeça parada e mover o celular em volta dela: devagar, no sentido contrário ao da seta.',
      time: 'Preciso de mais tempo',
      go: 'Continuar',
      slow: {
        title: 'Não tenha pressa',
        text: 'O tempo para virar a cabeça acabou. Você pode ter mais tempo.',
      },
      blind: {
        title: 'Este navegador não consegue acompanhar sua cabeça',
        text: 'Talvez funcione em outro navegador ou em outro dispositivo.',
      },
    },
  },
  upload: {
    preparing: 'Preparando sua foto',
    title: 'Enviando sua foto',
    checkingTitle: 'Verificando sua foto',
    text: 'Mantenha esta página aberta',
    progressLabel: 'Enviado',
    pictureLabel: 'A foto que está sendo enviada',
  },
  retry: {
    title: 'Vamos tentar mais uma vez',
    reasons: {
      no_face: 'Não encontramos um rosto na foto. Segure a câmera de modo que todo o rosto fique no oval.',
      several_faces: 'Havia mais de um rosto na foto. Verifique se só você aparece.',
      face_too_small: 'Seu rosto estava pequeno demais na foto. Aproxime-se da câmera.',
      face_too_close: 'Seu rosto estava perto demais. Afaste-se um pouco, a cerca de um braço de distância.',
      face_turned: 'Seu rosto estava virado. Olhe diretamente para a câmera.',
      face_blurry: 'A foto estava desfocada. Não se mexa e limpe a lente se estiver suja.',
      image_unreadable: 'A foto chegou danificada. Tire outra.',
    },
    again: 'Tentar de novo',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'A câmera está bloqueada',
        text: 'Permita o uso da câmera nesta página e tente de novo.',
      },
      system: {
        title: 'Seu dispositivo bloqueia a câmera',
        text: 'Nas configurações do dispositivo, abra privacidade e depois câmera. Permita o uso pelo navegador e tente de novo.',
      },
      policy: {
        title: 'Não é possível usar a câmera aqui',
        text: 'O site que mostra esta página não deixa que ela use a câmera. Por favor, avise os responsáveis.',
      },
      insecure: {
        title: 'Esta página não é segura',
        text: 'Os navegadores só permitem a câmera em endereços que começam com https. Abra de novo o link original.',
      },
      missing: {
        title: 'Nenhuma câmera encontrada',
        text: 'Conecte ou ligue uma câmera e tente de novo.',
      },
      busy: {
        title: 'A câmera não responde',
        text: 'Talvez outro aplicativo esteja usando a câmera. Feche chamadas de vídeo e aplicativos de câmera e tente de novo.',
      },
      unsupported: {
        title: 'Este navegador não consegue usar a câmera',
        text: 'Abra o link em outro navegador, como o que veio com seu dispositivo.',
      },
      skipped: {
        title: 'Continuar sem câmera',
        text: 'Escolha uma foto sua tirada agora. Você também pode tentar a câmera de novo.',
      },
    },
    orPhoto: 'Você também pode escolher uma foto sua.',
    steps: {
      chrome: 'Clique no ícone à esquerda do endereço e permita a câmera.',
      android: 'Toque no ícone à esquerda do endereço, depois em “Permissões”, e permita a câmera.',
      ios: 'Toque no menu da página na barra de endereço, depois em “Ajustes do Site”, e mude a câmera para “Permitir”.',
      safari:
        'Na barra de menus, escolha Safari, depois os ajustes deste site, e mude a câmera para “Permitir”.',
      firefox: 'Clique na câmera riscada na barra de endereço e remova o bloqueio.',
      other:
        'Procure um ícone de câmera ou de cadeado ao lado do endereço, ou abra as configurações do navegador.',
    },
    elsewhere: {
      open: 'Abrir no seu navegador',
      copy: 'Copiar o link',
      copied: 'Link copiado. Cole no seu navegador para continuar por lá.',
    },
    tryCamera: 'Tentar a câmera de novo',
    cancel: 'Cancelar e voltar',
  },
  photo: {
    choose: 'Escolher uma foto',
    insist: 'Enviar mesmo assim',
    hint: 'JPEG ou PNG: seu rosto de frente, mais ninguém.',
    issues: {
      empty: 'Este arquivo está vazio. Escolha outra foto.',
      heic: 'É uma foto HEIC, que não pode ser lida aqui. Escolha um JPEG ou PNG, ou tire outra foto.',
      pdf: 'É um documento PDF. Escolha uma foto JPEG ou PNG.',
      wrong_type: 'Este arquivo não é uma foto JPEG ou PNG. Escolha outro.',
      too_many_pixels: 'Esta foto tem mais de 40 megapixels. Escolha uma menor, como uma selfie comum.',
      too_large: 'Esta foto é grande demais. Escolha uma com menos de 5 MB.',
      unreadable: 'Esta foto está danificada e não pode ser aberta. Escolha outra.',
      refused: 'Esta foto não pode ser usada. Escolha outro JPEG ou PNG.',
      no_face: 'Não encontramos um rosto nesta foto. Escolha outra ou envie mesmo assim.',
    },
  },
  problem: {
    kept: 'Sua foto ainda está aqui. Não é preciso tirar outra.',
    retrying: '{count, plural, one {Nova tentativa em # segundo.} other {Nova tentativa em # segundos.}}',
    kinds: {
      unavailable: {
        title: 'Aguarde um momento',
        text: 'A verificação não está disponível agora. Nada se perde.',
      },
      no_reference: {
        title: 'Ainda não está pronto',
        text: 'Ainda não há uma foto sua registrada para comparar. Fale com quem enviou este link. Ele funcionará assim que a foto for adicionada.',
      },
      delayed: {
        title: 'Aguarde um pouco',
        text: 'Você tentou agora há pouco. Para sua segurança, há uma pausa antes da próxima tentativa. Tente de novo mais tarde.',
      },
      locked: {
        title: 'Em pausa para sua segurança',
        text: 'Esta verificação não funcionou várias vezes e ficará em pausa por um tempo. Volte e escolha outra opção, ou fale com quem enviou este link.',
      },
      unexpected: { title: 'Algo deu errado', text: 'A culpa não é sua. Tente de novo.' },
    },
  },
  goBack: 'Voltar',
  link: {
    used: {
      title: 'Este link já foi usado',
      text: 'Cada link vale só uma vez. Se ainda precisar confirmar que é você, volte e comece de novo.',
    },
    expired: {
      title: 'Este link expirou',
      text: 'Para sua segurança, os links duram pouco tempo. Volte e peça um novo.',
    },
    replaced: {
      title: 'Há um link mais recente',
      text: 'Este foi substituído. Use o mais recente, ou volte e comece de novo.',
    },
    invalid: {
      title: 'Este link não é válido',
      text: 'Talvez esteja incompleto. Abra de novo o link inteiro ou peça um novo.',
    },
    inUse: {
      title: 'Este link está aberto em outro lugar',
      text: 'Ele foi aberto em outro navegador ou dispositivo. Continue por lá ou peça um novo link.',
    },
  },
  video: {
    lead: '{partner} pede uma selfie rápida e que você vire um pouco a cabeça.',
    look: {
      title: 'Olhe para a câmera',
      text: 'Vire um pouco a cabeça quando pedirmos. A foto é tirada automaticamente.',
    },
    send: {
      title: 'Uma foto e um vídeo curto são enviados',
      text: 'O vídeo mostra, sem som, você virando a cabeça.',
    },
    consent:
      'Ao escolher “Aceitar e começar”, você permite que {partner} tire uma foto do seu rosto e a compare com a foto registrada, e também que filme você por até três segundos enquanto vira a cabeça e guarde esse vídeo por tempo limitado. Você pode recusar livremente.',
  },
  notice: {
    title: 'Como sua foto é usada',
    controller: 'Controlador dos dados',
    purpose: 'Finalidade',
    purposes: { authentication: 'Confirmar que é você', enrolment: 'Reconhecer você mais tarde' },
    kept: 'Prazo de armazenamento',
    days: '{count, plural, one {# dia} many {# dias} other {# dias}}',
    notKept: 'Não é guardada: é apagada após a comparação',
    onFile: 'Até ser apagada ou substituída',
    shared: 'Compartilhada com',
    nobody: 'Mais ninguém',
    withdraw: 'Retirar o consentimento',
    privacy: 'Aviso de privacidade',
    terms: 'Termos de uso',
  },
  vendor: {
    lead: '{partner} pede que você confirme que é você. A foto é tirada por um serviço parceiro.',
    steps: {
      open: { title: 'A verificação abre', text: 'Em um serviço com que {partner} trabalha.' },
      look: { title: 'Olhe para a câmera', text: 'Siga as instruções do serviço.' },
      compare: {
        title: 'Seu rosto é verificado',
        text: 'Ele é comparado com o que já está registrado. Depois você volta para cá.',
      },
    },
    consent:
      'Ao escolher “Aceitar e começar”, você permite que {partner} e o serviço parceiro filmem seu rosto e o comparem com o que já está registrado. Você pode recusar livremente.',
    goingTitle: 'Indo para a verificação',
    awayTitle: 'Continue para a verificação',
    awayText: 'A verificação fica em outra página. Você volta para cá no fim.',
    besideText:
      'A verificação abre em uma nova aba. Quando terminar lá, esta página continua automaticamente.',
    open: 'Abrir a verificação',
    frameTitle: 'Verificação facial',
    frameLabel: 'Verificação facial do serviço',
    appCode: 'Ou digite este código no aplicativo do serviço:',
    waitTitle: 'Quase pronto',
    waitText: 'Estamos aguardando o resultado. Mantenha esta página aberta.',
    slowText: 'Está demorando mais que o normal. Você pode continuar esperando: nada se perde.',
  },
  done: {
    title: 'Foto recebida',
    text: 'Voltando para {partner}…',
    leftTitle: 'Sem problema',
    leaving: 'Um momento…',
  },
}
