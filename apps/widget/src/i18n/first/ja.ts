import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Japanese. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: 'ウェブサイト',
  loading: 'お待ちください…',
  slow: 'いつもより時間がかかっています。',
  start: {
    title: 'ご本人であることの確認',
    lead: '{partner} に自撮り写真を 1 枚お送りください。{count, plural, other {約 # 秒で終わります。}}',
    stepsLabel: '手順',
    steps: {
      look: { title: 'カメラを見る', text: '自動で撮影されます。' },
      send: { title: '写真を 1 枚だけ送信', text: '動画はこの端末に残ります。' },
      compare: { title: '写真を照合', text: '登録済みの写真と比べます。' },
    },
    tipsLabel: 'きれいに撮るために',
    tips: { 0: '顔に光を当てる', 1: 'サングラスやマスクを外す', 2: 'ご自身だけが写る' },
    consent:
      '「同意して始める」を選ぶと、{partner} がお客様の顔写真を 1 枚撮影し、登録済みの写真と照合することに同意したものとします。お断りいただくこともできます。',
    enrolment: {
      title: '写真の登録',
      keep: { title: '写真を保管', text: '後日、ご本人の確認に使えます。' },
      consent:
        '「同意して始める」を選ぶと、{partner} がお客様の顔写真を 1 枚撮影し、後日の本人確認のために保管することに同意したものとします。お断りいただくこともできます。',
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
    shutter: '撮影する',
  },
  offline: { title: '接続がありません', text: 'インターネット接続を確認して、もう一度お試しください。' },
  again: 'もう一度試す',
  cancel: 'キャンセル',
  usePhone: '代わりにスマートフォンを使う',
  otherWay: '別の方法を使う',
  back: '{partner} に戻る',
}
