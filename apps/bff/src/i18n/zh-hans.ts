import type { Catalogue } from './catalogue.ts'

export const zhHans: Catalogue = {
  codeTitle: '输入您的验证码',
  codeHint: '您收到了 8 位数字验证码。输入后即可在此设备上进行人脸验证，设备需要有摄像头。',
  codeLabel: '验证码',
  codeSubmit: '继续',
  codeErrorPrefix: '错误：',
  codeUnknown: '此验证码无效。请检查，或索取新的验证码。',
  codeTooMany: '尝试次数过多。请等待 {minutes} 分钟后再试。',
  mailSubject: '{partner}：设置人脸登录',
  mailGreetingByName: '{applicant}，您好：',
  mailGreeting: '您好：',
  mailRequest: '{partner}请您拍摄一张面部照片，以便您日后刷脸登录。',
  mailOpenLink: '请在带摄像头的手机或电脑上打开此链接：',
  mailValidity: '此链接仅供您本人使用，有效期至 {until}。',
  mailIgnore: '如果您不清楚为何收到此邮件，无需任何操作：未经您同意，不会拍摄任何照片。',
}
