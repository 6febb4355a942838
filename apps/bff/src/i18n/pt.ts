import type { Catalogue } from './catalogue.ts'

export const pt: Catalogue = {
  codeTitle: 'Digite os seus algarismos',
  codeHint:
    'Recebeu 8 algarismos. Eles abrem a verificação facial neste dispositivo, que precisa de uma câmara.',
  codeLabel: 'Algarismos',
  codeSubmit: 'Continuar',
  codeErrorPrefix: 'Erro: ',
  codeUnknown: 'Estes algarismos não funcionam. Verifique-os ou peça novos.',
  codeTooMany:
    'Houve demasiadas tentativas. Aguarde {minutes, plural, one {# minuto} other {# minutos}} e tente novamente.',
  mailSubject: '{partner}: configure o acesso com o seu rosto',
  mailGreetingByName: 'Olá, {applicant},',
  mailGreeting: 'Olá,',
  mailRequest:
    '{partner} pede-lhe que tire uma fotografia do seu rosto, para poder iniciar sessão com ele mais tarde.',
  mailOpenLink: 'Abra esta ligação num telefone ou computador com câmara:',
  mailValidity: 'A ligação é só para si e funciona até {until}.',
  mailIgnore:
    'Se não esperava esta mensagem, não faça nada: nenhuma fotografia é tirada sem o seu consentimento.',
}
