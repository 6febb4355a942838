import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Portuguese. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'o site',
  loading: 'Um momento…',
  slow: 'Está demorando mais que o normal.',
  start: {
    title: 'Confirme que é você',
    lead: '{partner} pede uma selfie rápida. {count, plural, one {Leva cerca de # segundo.} other {Leva cerca de # segundos.}}',
    stepsLabel: 'Como funciona',
    steps: {
      look: { title: 'Olhe para a câmera', text: 'A foto é tirada automaticamente.' },
      send: { title: 'Só uma foto é enviada', text: 'O vídeo fica neste dispositivo.' },
      compare: { title: 'Sua foto é verificada', text: 'Nós a comparamos com a foto já registrada.' },
    },
    tipsLabel: 'Para uma boa foto',
    tips: { 0: 'Luz no rosto', 1: 'Sem óculos escuros nem máscara', 2: 'Só você na imagem' },
    consent:
      'Ao escolher “Aceitar e começar”, você permite que {partner} tire uma foto do seu rosto e a compare com a foto registrada. Você pode recusar livremente.',
    enrolment: {
      title: 'Adicione sua foto',
      keep: { title: 'Sua foto fica registrada', text: 'Com ela você confirma mais tarde que é você.' },
      consent:
        'Ao escolher “Aceitar e começar”, você permite que {partner} tire uma foto do seu rosto e a guarde para reconhecer você mais tarde. Você pode recusar livremente.',
    },
    agree: 'Aceitar e começar',
    refuse: 'Não, obrigado',
    working: 'Começando…',
  },
  camera: {
    askingTitle: 'Permita o uso da câmera',
    askingText: 'O navegador está pedindo permissão. Escolha “Permitir”.',
    slowText: 'Não vê a pergunta? Procure um ícone de câmera ao lado do endereço da página.',
    skip: 'Continuar sem câmera',
    liveTitle: 'Olhe para a câmera',
    previewLabel: 'Imagem ao vivo da sua câmera, espelhada',
    shutter: 'Tirar a foto',
  },
  offline: { title: 'Sem conexão', text: 'Verifique sua conexão com a internet e tente de novo.' },
  again: 'Tentar de novo',
  cancel: 'Cancelar',
  usePhone: 'Usar o celular',
  otherWay: 'Escolher outra opção',
  back: 'Voltar para {partner}',
}
