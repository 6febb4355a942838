import type { LaterCatalogue } from './catalogue.ts'

/** The words from the camera on, in Simplified Chinese. */
export const zhHans: LaterCatalogue = {
  controls: {
    device: '摄像头',
    deviceName: '摄像头 {number}',
    sound: '语音提示与提示音',
  },
  guidance: {
    starting: '正在准备…',
    manual: '将脸对准椭圆框，然后按下按钮',
    no_face: '请将脸移入椭圆框',
    several_faces: '画面中还有其他人，请只留您一人',
    too_far: '请靠近一点',
    too_close: '请后退一点',
    off_centre: '请将脸移到中间',
    turned: '请将头转向摄像头',
    eyes_closed: '请睁开眼睛',
    too_dark: '光线太暗，请面向光源',
    too_bright: '光线太强，请避开光源',
    cropped: '请让整张脸进入画面',
    eyes_covered: '如方便，请摘下深色眼镜',
    mouth_covered: '如方便，请露出嘴部',
    face_covered: '如方便，请露出整张脸',
    uneven_light: '一侧较暗，请面向光源',
    low_contrast: '画面发白，请擦拭镜头或改善光线',
    grey_picture: '此摄像头没有色彩，请换一个',
    blurry: '画面模糊，请保持不动',
    hold_still: '请保持不动…',
  },
  steer: {
    turned: {
      left: '请将头稍向左转',
      right: '请将头稍向右转',
      up: '请稍微抬起下巴',
      down: '请稍微收低下巴',
      upright: '请将头摆正',
    },
    off_centre: { left: '请稍向左移', right: '请稍向右移', up: '请稍向上移', down: '请稍向下移' },
  },
  upload: {
    preparing: '正在准备照片',
    title: '正在发送照片',
    checkingTitle: '即将完成',
    text: '请不要关闭此页面',
    progressLabel: '已发送',
    pictureLabel: '正在发送的照片',
  },
  retry: {
    title: '我们再试一次',
    reasons: {
      no_face: '照片中未找到人脸。请拿好摄像头，让整张脸处于椭圆框内。',
      several_faces: '照片中不止一张脸。请确保画面中只有您。',
      face_too_small: '照片中您的脸太小。请靠近摄像头。',
      face_turned: '您的脸没有正对镜头。请直视摄像头。',
      face_blurry: '照片模糊。请保持不动，镜头有污渍时请擦拭。',
      image_unreadable: '照片传输时损坏。请重新拍摄。',
    },
    again: '重试',
  },
  fallback: {
    reasons: {
      refused: { title: '摄像头已被阻止', text: '请允许此页面使用摄像头，然后重试。' },
      system: {
        title: '您的设备阻止了摄像头',
        text: '请打开设备设置中的“隐私”和“摄像头”，允许您的浏览器使用，然后重试。',
      },
      policy: {
        title: '此页面得不到摄像头',
        text: '显示此页面的网站未让它使用摄像头。网站开发者需要为框架添加 allow="camera"。您可以选择一张自己的照片。',
      },
      insecure: {
        title: '此页面不安全',
        text: '浏览器仅允许以 https 开头的地址使用摄像头。请重新打开原链接，或选择一张自己的照片。',
      },
      missing: { title: '未找到摄像头', text: '请连接或打开摄像头后重试，或选择一张自己的照片。' },
      busy: { title: '摄像头没有响应', text: '可能有其他应用正在使用它。请关闭视频通话和相机应用后重试。' },
      unsupported: {
        title: '此浏览器无法使用摄像头',
        text: '请用其他浏览器打开链接，例如设备自带的浏览器，或选择一张自己的照片。',
      },
      skipped: { title: '不用摄像头继续', text: '请选择一张刚刚拍摄的本人照片，也可以再次尝试摄像头。' },
    },
    steps: {
      chrome: '点击地址左侧的图标，打开摄像头。',
      android: '点按地址左侧的图标，再点“权限”，允许摄像头。',
      ios: '点按地址栏中的页面菜单，再点网站设置，将摄像头设为“允许”。',
      safari: '在菜单栏选择 Safari 的“此网站的设置”，将摄像头设为“允许”。',
      firefox: '点击地址栏中带斜线的摄像头图标，解除阻止。',
      other: '请查看地址旁的摄像头或锁形图标，或浏览器设置。',
    },
    tryCamera: '再次尝试摄像头',
    cancel: '取消并返回',
  },
  photo: {
    choose: '选择照片',
    hint: 'JPEG 或 PNG，正面人脸，没有其他人。',
    issues: {
      empty: '该文件是空的。请选择其他照片。',
      heic: '这是 HEIC 照片，此处无法读取。请选择 JPEG 或 PNG，或重新拍摄。',
      pdf: '这是 PDF 文档。请选择照片：JPEG 或 PNG。',
      wrong_type: '该文件不是 JPEG 或 PNG 照片。请选择其他文件。',
      too_many_pixels: '该照片超过 4000 万像素。请选择较小的照片，例如普通自拍。',
      too_large: '该照片太大。请选择小于 5 MB 的照片。',
      unreadable: '该照片已损坏，无法打开。请选择其他照片。',
      refused: '该照片无法使用。请选择其他 JPEG 或 PNG。',
    },
  },
  problem: {
    kinds: {
      unavailable: { title: '请稍等片刻', text: '目前无法进行检查。信息不会丢失，请一分钟后重试。' },
      no_reference: {
        title: '尚未就绪',
        text: '系统中没有您的照片可供比对。请联系向您发送此链接的人；照片登记后链接即可使用。',
      },
      unexpected: { title: '出了点问题', text: '这不是您的原因。请重试。' },
    },
  },
  link: {
    used: { title: '此链接已使用', text: '每个链接只能使用一次。如仍需确认是您本人，请返回重新开始。' },
    expired: { title: '此链接已过期', text: '为了您的安全，链接的有效时间很短。请返回并获取新链接。' },
    replaced: { title: '有更新的链接', text: '此链接已被替换。请使用最新的链接，或返回重新开始。' },
    invalid: { title: '此链接无效', text: '链接可能不完整。请重新打开完整链接，或获取新链接。' },
  },
  done: { title: '全部完成', text: '正在返回{partner}…', leftTitle: '没关系', leaving: '请稍候…' },
}
