import type { Catalogue } from './catalogue.ts'

export const pt: Catalogue = {
  codeTitle: 'Digite seu código',
  codeHint:
    'Você recebeu um código de 8 dígitos. Ele abre a verificação facial neste dispositivo, que precisa ter uma câmera.',
  codeLabel: 'Código',
  codeSubmit: 'Continuar',
  codeErrorPrefix: 'Erro: ',
  codeUnknown: 'Este código não funciona. Verifique o código ou peça um novo.',
  codeTooMany:
    'Houve tentativas demais. Aguarde {minutes, plural, one {# minuto} other {# minutos}} e tente de novo.',
  mailSubject: '{partner}: configure o acesso com seu rosto',
  mailGreetingByName: 'Olá, {applicant},',
  mailGreeting: 'Olá,',
  mailRequest:
    '{partner} pede que você tire uma foto do seu rosto, para poder entrar com o rosto mais tarde.',
  mailOpenLink: 'Abra este link em um celular ou computador com câmera:',
  mailValidity: 'O link é só para você e funciona até {until}.',
  mailIgnore:
    'Se você não esperava esta mensagem, não precisa fazer nada: nenhuma foto é tirada sem o seu consentimento.',
}
