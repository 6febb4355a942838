import { toDataURL, toString as toText } from 'qrcode'

/** Modules of white around the code; a reader needs four (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4
const PNG_WIDTH = 400

/** An address for a phone's camera, as a picture for `<img>` and as markup. */
export const toQrCode = async (url: string): Promise<{ png_data_url: string; svg: string }> => {
  const options = { errorCorrectionLevel: 'M', margin: QUIET_ZONE } as const
  return {
    png_data_url: await toDataURL(url, { ...options, type: 'image/png', width: PNG_WIDTH }),
    svg: await toText(url, { ...options, type: 'svg' }),
  }
}
