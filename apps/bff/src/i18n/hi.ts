import type { Catalogue } from './catalogue.ts'

export const hi: Catalogue = {
  codeTitle: 'अपने अंक लिखें',
  codeHint: 'आपको 8 अंक दिए गए थे। वे इस डिवाइस पर चेहरे की जाँच खोलते हैं; इसमें कैमरा होना चाहिए।',
  codeLabel: 'अंक',
  codeSubmit: 'आगे बढ़ें',
  codeErrorPrefix: 'त्रुटि: ',
  codeUnknown: 'ये अंक काम नहीं करते। उन्हें जाँचें या नए माँगें।',
  codeTooMany: 'बहुत अधिक प्रयास हुए। {minutes, plural, one {# मिनट} other {# मिनट}} रुकें, फिर दोबारा कोशिश करें।',
  mailSubject: '{partner}: अपने चेहरे से साइन-इन सेट करें',
  mailGreetingByName: 'नमस्ते {applicant},',
  mailGreeting: 'नमस्ते,',
  mailRequest: '{partner} आपसे अपने चेहरे की एक तस्वीर लेने को कहता है, ताकि आप बाद में उससे साइन इन कर सकें।',
  mailOpenLink: 'यह लिंक कैमरे वाले फ़ोन या कंप्यूटर पर खोलें:',
  mailValidity: 'यह लिंक केवल आपके लिए है और {until} तक काम करता है।',
  mailIgnore: 'अगर आपको इस संदेश की उम्मीद नहीं थी, तो कुछ न करें: आपकी सहमति के बिना कोई तस्वीर नहीं ली जाती।',
}
