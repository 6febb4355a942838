import type { Catalogue } from './catalogue.ts'

export const ar: Catalogue = {
  codeTitle: 'إدخال الرمز',
  codeHint: 'وصلك رمز من 8 أرقام. يفتح هذا الرمز التحقق من الوجه على هذا الجهاز، ويلزم أن تكون فيه كاميرا.',
  codeLabel: 'الرمز',
  codeSubmit: 'متابعة',
  codeErrorPrefix: 'خطأ: ',
  codeUnknown: 'هذا الرمز لا يعمل. يُرجى التحقق منه أو طلب رمز جديد.',
  codeTooMany:
    'كانت هناك محاولات كثيرة جدًا. يُرجى الانتظار {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم إعادة المحاولة.',
  mailSubject: '{partner}: إعداد تسجيل الدخول بوجهك',
  mailGreetingByName: 'مرحبًا {applicant}،',
  mailGreeting: 'مرحبًا،',
  mailRequest: 'بطلب من {partner}، يُرجى التقاط صورة واحدة لوجهك، لتسجيل الدخول بوجهك لاحقًا.',
  mailOpenLink: 'يُرجى فتح هذا الرابط على هاتف أو حاسوب به كاميرا:',
  mailValidity: 'هذا الرابط لك وحدك ويعمل حتى {until}.',
  mailIgnore: 'إن لم تكن هذه الرسالة متوقعة فلا حاجة إلى فعل شيء: لا تُلتقط أي صورة دون موافقتك.',
}
