import type { Catalogue } from './catalogue.ts'

export const ja: Catalogue = {
  codeTitle: '数字を入力してください',
  codeHint: 'お受け取りになった8桁の数字で、この端末で顔の確認を始めます。カメラが必要です。',
  codeLabel: '数字',
  codeSubmit: '続ける',
  codeErrorPrefix: 'エラー：',
  codeUnknown: 'この数字は使えません。確認するか、新しい数字を依頼してください。',
  codeTooMany: '試行回数が多すぎます。{minutes}分待ってから、もう一度お試しください。',
  mailSubject: '{partner}：顔によるサインインの設定',
  mailGreetingByName: '{applicant} 様',
  mailGreeting: 'こんにちは。',
  mailRequest: '{partner}から、後で顔でサインインできるように、顔の写真を1枚撮影するご依頼です。',
  mailOpenLink: 'カメラのあるスマートフォンまたはパソコンで、このリンクを開いてください：',
  mailValidity: 'このリンクはお客様専用で、{until}まで有効です。',
  mailIgnore:
    'このメッセージに心当たりがない場合は、何もする必要はありません。同意なしに写真が撮影されることはありません。',
}
