import type { Catalogue } from './catalogue.ts'

export const ar: Catalogue = {
  codeTitle: 'اكتب أرقامك',
  codeHint: 'لقد استلمت 8 أرقام. تفتح هذه الأرقام التحقق من الوجه على هذا الجهاز، ويلزم أن تكون فيه كاميرا.',
  codeLabel: 'الأرقام',
  codeSubmit: 'متابعة',
  codeErrorPrefix: 'خطأ: ',
  codeUnknown: 'هذه الأرقام لا تعمل. تحقق منها أو اطلب أرقامًا جديدة.',
  codeTooMany:
    'كانت هناك محاولات كثيرة جدًا. انتظر {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم حاول مرة أخرى.',
  mailSubject: '{partner}: إعداد تسجيل الدخول بوجهك',
  mailGreetingByName: 'مرحبًا {applicant}،',
  mailGreeting: 'مرحبًا،',
  mailRequest: 'يطلب منك {partner} التقاط صورة واحدة لوجهك، حتى تتمكن من تسجيل الدخول بها لاحقًا.',
  mailOpenLink: 'افتح هذا الرابط على هاتف أو حاسوب به كاميرا:',
  mailValidity: 'هذا الرابط لك وحدك ويعمل حتى {until}.',
  mailIgnore: 'إذا لم تكن تتوقع هذه الرسالة فلا تفعل شيئًا: لا تُلتقط أي صورة دون موافقتك.',
}
