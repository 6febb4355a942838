import sharp from 'sharp'
import { PEOPLE, type PersonName } from './people.ts'

export interface FrameSize {
  width: number
  height: number
}

/** The room behind a person, out of focus. PNG. */
export const roomBehind = async (name: PersonName, size: FrameSize): Promise<Buffer> => {
  const { picture, backdrop } = PEOPLE[name]
  const part = await sharp(picture).extract(backdrop).toBuffer()
  return sharp(part)
    .resize({ ...size, fit: 'cover' })
    .blur(9)
    .png()
    .toBuffer()
}

/** A living room with nobody in it: wall, window, shelf, sofa, lamp, floor. PNG. */
export const emptyRoom = async (size: FrameSize): Promise<Buffer> => {
  const books = Array.from({ length: 14 }, (_, index) => {
    const height = 60 + ((index * 37) % 34)
    const hue = (index * 53) % 360
    return `<rect x="${890 + index * 19}" y="${262 - height}" width="16" height="${height}" fill="hsl(${hue} 30% 42%)"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" preserveAspectRatio="none" width="${size.width}" height="${size.height}">
    <defs>
      <linearGradient id="wall" x1="0" x2="1" y1="0" y2="1"><stop offset="0" stop-color="#e7dfcf"/><stop offset="1" stop-color="#a99f8c"/></linearGradient>
      <linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#dcebf7"/><stop offset="1" stop-color="#f7f6ee"/></linearGradient>
      <linearGradient id="floor" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#8a6a4c"/><stop offset="1" stop-color="#5d4632"/></linearGradient>
      <linearGradient id="sofa" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#5d7384"/><stop offset="1" stop-color="#3e4e5b"/></linearGradient>
    </defs>
    <rect width="1280" height="560" fill="url(#wall)"/>
    <rect y="560" width="1280" height="160" fill="url(#floor)"/>
    <rect y="548" width="1280" height="14" fill="#d8d0c0"/>
    <rect x="120" y="70" width="330" height="300" fill="#f4efe4"/>
    <rect x="136" y="86" width="298" height="268" fill="url(#sky)"/>
    <rect x="278" y="86" width="12" height="268" fill="#f4efe4"/>
    <rect x="136" y="212" width="298" height="12" fill="#f4efe4"/>
    <rect x="870" y="262" width="310" height="14" fill="#6d4f36"/>
    ${books}
    <rect x="470" y="380" width="520" height="140" rx="30" fill="url(#sofa)"/>
    <rect x="450" y="450" width="560" height="120" rx="24" fill="#4a5c6a"/>
    <rect x="440" y="430" width="60" height="150" rx="24" fill="#53697a"/>
    <rect x="960" y="430" width="60" height="150" rx="24" fill="#53697a"/>
    <rect x="1128" y="330" width="8" height="240" fill="#3c3833"/>
    <path d="M1080 330 L1110 240 L1154 240 L1184 330 Z" fill="#f0d9a4"/>
  </svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#a99f8c' }).blur(2.2).png().toBuffer()
}
