import type { HandoffWords } from './handoff-copy.ts'

export const pt: HandoffWords = {
  title: 'Continuar no telefone',
  scan: 'Leia este código com a câmara do seu telefone.',
  codeLabel: 'Código que abre esta verificação no seu telefone',
  number: 'Digite este número no seu telefone:',
  digits: 'Não consegue ler o código? Abra {address} no telefone e digite',
  waiting: 'À espera do seu telefone…',
  here: 'Ficar neste dispositivo',
  connectedTitle: 'O seu telefone assumiu',
  connectedText: 'Termine no telefone. Esta página continua sozinha.',
  takeBack: 'Afinal, continuar aqui',
  cancelledTitle: 'Vamos recomeçar',
  cancelledText:
    'O código foi cancelado ou o número estava errado duas vezes. Nenhuma fotografia foi enviada.',
  again: 'Mostrar um código novo',
  claimTitle: 'Continuar aqui?',
  claimText: '{partner} pede esta verificação. Foi iniciada em {source}.',
  sourceBoth: '{browser} em {system}',
  sourceUnknown: 'outro dispositivo',
  claimWarning:
    'Continue apenas se foi você que iniciou e vê o número nesse dispositivo. Ninguém lho deve pedir por mensagem ou telefone.',
  numberLabel: 'Número mostrado no outro dispositivo',
  submit: 'Continuar',
  wrong: 'Esse não é o número mostrado. Veja de novo e digite os dois algarismos.',
  invalidTitle: 'Este código já não funciona',
  invalidText: 'Os códigos mudam a cada 20 segundos. Leia o que o outro dispositivo mostra agora.',
  offline: 'Sem ligação. Verifique-a e tente de novo.',
  doneTitle: 'Tudo pronto neste telefone',
  doneText: 'Pode fechar esta página. O outro dispositivo continua sozinho.',
}
