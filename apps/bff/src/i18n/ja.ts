import type { Catalogue } from './catalogue.ts'

export const ja: Catalogue = {
  codeTitle: 'コードを入力してください',
  codeHint: 'お受け取りになった8桁のコードを入力すると、この端末で顔の確認を始められます。カメラが必要です。',
  codeLabel: 'コード',
  codeSubmit: '続ける',
  codeErrorPrefix: 'エラー：',
  codeUnknown: 'このコードは使えません。ご確認のうえ、必要であれば新しいコードをお求めください。',
  codeTooMany: '試行回数が多すぎます。{minutes}分待ってから、もう一度お試しください。',
  mailSubject: '{partner}：顔によるログインの設定',
  mailGreetingByName: '{applicant} 様',
  mailGreeting: 'お客様',
  mailRequest: '{partner}から、今後お顔でログインしていただけるよう、顔写真を1枚撮影するお願いです。',
  mailOpenLink: 'カメラのあるスマートフォンまたはパソコンで、次のリンクを開いてください：',
  mailValidity: 'このリンクはお客様専用で、{until}まで有効です。',
  mailIgnore:
    'このメールに心当たりがない場合は、何もする必要はありません。同意なしに写真が撮影されることはありません。',
}
