import type { Catalogue } from './catalogue.ts'

export const hi: Catalogue = {
  codeTitle: 'अपना कोड लिखें',
  codeHint: 'आपको 8 अंकों का एक कोड दिया गया था। वह इस डिवाइस पर चेहरे की जाँच खोलता है; इसमें कैमरा होना चाहिए।',
  codeLabel: 'कोड',
  codeSubmit: 'जारी रखें',
  codeErrorPrefix: 'त्रुटि: ',
  codeUnknown: 'यह कोड काम नहीं करता। इसे जाँचें या नया कोड माँगें।',
  codeTooMany: 'बहुत ज़्यादा कोशिशें हुईं। {minutes, plural, one {# मिनट} other {# मिनट}} रुकें, फिर कोशिश करें।',
  mailSubject: '{partner}: अपने चेहरे से साइन-इन सेट करें',
  mailGreetingByName: 'नमस्ते {applicant},',
  mailGreeting: 'नमस्ते,',
  mailRequest: '{partner} की ओर से अनुरोध है कि आप अपने चेहरे की एक फ़ोटो लें, ताकि बाद में चेहरे से साइन इन कर सकें।',
  mailOpenLink: 'यह लिंक कैमरे वाले फ़ोन या कंप्यूटर पर खोलें:',
  mailValidity: 'यह लिंक केवल आपके लिए है और {until} तक काम करता है।',
  mailIgnore:
    'अगर आपको इस संदेश की उम्मीद नहीं थी, तो कुछ करने की ज़रूरत नहीं: आपकी सहमति के बिना कोई फ़ोटो नहीं ली जाती।',
}
