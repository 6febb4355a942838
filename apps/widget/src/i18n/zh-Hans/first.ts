import type { FirstWords } from '../catalogue.ts'

/** The words until the camera shows, in Simplified Chinese. */
export const words: FirstWords = {
  documentTitle: '{title} · {partner}',
  partnerFallback: '该网站',
  loading: '请稍候…',
  slow: '所需时间比平时长。',
  start: {
    title: '确认是您本人',
    lead: '{partner}请您快速自拍一张，{count, plural, other {大约需要 # 秒。}}',
    stepsLabel: '流程说明',
    steps: {
      look: { title: '看向摄像头', text: '照片会自动拍摄。' },
      send: { title: '只发送一张照片', text: '视频保留在本设备上。' },
      compare: { title: '核对您的照片', text: '与已登记的照片进行比对。' },
    },
    tipsLabel: '拍好照片的要点',
    tips: { 0: '光线照在脸上', 1: '不戴墨镜或口罩', 2: '画面中只有您' },
    consent:
      '选择“同意并开始”，即表示您允许{partner}拍摄一张您的面部照片，并与已登记的照片比对。您可以拒绝。',
    enrolment: {
      title: '添加您的照片',
      keep: { title: '登记您的照片', text: '以后可用它确认是您本人。' },
      consent:
        '选择“同意并开始”，即表示您允许{partner}拍摄并保存一张您的面部照片，以便日后识别您。您可以拒绝。',
    },
    agree: '同意并开始',
    refuse: '不同意',
    working: '正在开始…',
  },
  camera: {
    askingTitle: '请允许使用摄像头',
    askingText: '浏览器正在请求权限，请选择“允许”。',
    slowText: '没有看到询问？请查看页面地址旁的摄像头图标。',
    skip: '不使用摄像头继续',
    liveTitle: '看向摄像头',
    previewLabel: '摄像头实时画面（镜像）',
    shutter: '拍照',
  },
  offline: { title: '无网络连接', text: '请检查网络连接，然后重试。' },
  again: '重试',
  cancel: '取消',
  usePhone: '改用手机',
  otherWay: '选择其他方式',
  back: '返回{partner}',
}
