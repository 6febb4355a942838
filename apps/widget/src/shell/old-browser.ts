import type { Locale } from '@visavis/shared/locales'

export interface OldBrowserWords {
  title: string
  text: string
}

/** For a browser that cannot read the page's code. No part of the catalogues, which are such code. */
export const OLD_BROWSER: Readonly<Record<Locale, OldBrowserWords>> = {
  en: {
    title: 'This browser cannot show the page',
    text: 'It may be too old. Update it, or open this link in another browser.',
  },
  de: {
    title: 'Dieser Browser kann die Seite nicht anzeigen',
    text: 'Vielleicht ist er zu alt. Aktualisieren Sie ihn oder öffnen Sie diesen Link in einem anderen Browser.',
  },
  fr: {
    title: 'Ce navigateur ne peut pas afficher la page',
    text: 'Il est peut-être trop ancien. Mettez-le à jour ou ouvrez ce lien dans un autre navigateur.',
  },
  es: {
    title: 'Este navegador no puede mostrar la página',
    text: 'Puede que sea demasiado antiguo. Actualícelo o abra este enlace en otro navegador.',
  },
  it: {
    title: 'Questo browser non può mostrare la pagina',
    text: 'Forse è troppo vecchio. Lo aggiorni o apra questo link in un altro browser.',
  },
  pt: {
    title: 'Este navegador não consegue mostrar a página',
    text: 'Talvez ele seja antigo demais. Atualize-o ou abra este link em outro navegador.',
  },
  nl: {
    title: 'Deze browser kan de pagina niet tonen',
    text: 'Misschien is hij te oud. Werk hem bij of open deze link in een andere browser.',
  },
  pl: {
    title: 'Ta przeglądarka nie może wyświetlić strony',
    text: 'Być może jest zbyt stara. Zaktualizuj ją lub otwórz ten link w innej przeglądarce.',
  },
  ar: {
    title: 'لا يستطيع هذا المتصفح عرض الصفحة',
    text: 'ربما يكون قديمًا جدًا. يُرجى تحديثه أو فتح هذا الرابط في متصفح آخر.',
  },
  ja: {
    title: 'このブラウザーではページを表示できません',
    text: '古すぎる可能性があります。更新するか、別のブラウザーでこのリンクを開いてください。',
  },
  'zh-Hans': {
    title: '此浏览器无法显示该页面',
    text: '浏览器版本可能过旧。请更新，或在其他浏览器中打开此链接。',
  },
  hi: {
    title: 'यह ब्राउज़र पेज नहीं दिखा सकता',
    text: 'शायद यह बहुत पुराना है। इसे अपडेट करें या यह लिंक किसी दूसरे ब्राउज़र में खोलें।',
  },
}
