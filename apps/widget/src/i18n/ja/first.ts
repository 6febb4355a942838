import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Japanese. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'ウェブサイト',
  loading: 'お待ちください…',
  slow: '通常より時間がかかっています。',
  start: {
    title: 'ご本人であることの確認',
    lead: '{partner}による確認のため、自撮り写真を1枚撮影します。{count, plural, other {約#秒で終わります。}}',
    stepsLabel: '手順',
    steps: {
      look: { title: 'カメラを見る', text: '写真は自動で撮影されます。' },
      send: { title: '写真を1枚だけ送信', text: '動画はこの端末に残ります。' },
      compare: { title: '写真を確認', text: '登録済みの写真と照合します。' },
    },
    tipsLabel: 'きれいに撮るために',
    tips: { 0: '顔に光を当てる', 1: 'サングラスやマスクを外す', 2: 'ご自身だけが写る' },
    consent:
      '「同意して始める」を選ぶと、{partner}がお客様の顔写真を1枚撮影し、登録済みの写真と照合することに同意したものとします。同意は任意です。',
    enrolment: {
      title: '写真の登録',
      keep: { title: '写真を登録', text: '次回からご本人の確認に使えます。' },
      consent:
        '「同意して始める」を選ぶと、{partner}がお客様の顔写真を1枚撮影し、今後の本人確認のために保管することに同意したものとします。同意は任意です。',
    },
    agree: '同意して始める',
    refuse: '同意しない',
    working: '開始しています…',
  },
  camera: {
    askingTitle: 'カメラを許可してください',
    askingText: 'ブラウザーが許可を求めています。「許可」を選んでください。',
    slowText: '表示が見当たらない場合は、ページのアドレスの横にあるカメラのアイコンをご覧ください。',
    skip: 'カメラを使わずに進む',
    liveTitle: 'カメラを見てください',
    previewLabel: 'カメラの映像（左右反転）',
    shutter: '写真を撮る',
  },
  offline: { title: '接続できません', text: 'インターネット接続を確認して、もう一度お試しください。' },
  again: 'もう一度試す',
  cancel: 'キャンセル',
  usePhone: 'スマートフォンを使う',
  otherWay: '別の方法を選ぶ',
  back: '{partner}に戻る',
}
