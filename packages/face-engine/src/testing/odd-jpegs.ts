const SOI_BYTES = 2

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const insert = (jpeg: Buffer, ...segments: Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, SOI_BYTES), ...segments, jpeg.subarray(SOI_BYTES)])

/** The picture with nothing in its EXIF but an orientation (TIFF tag 0x0112, one SHORT). */
export const withOrientation = (jpeg: Buffer, orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  return insert(jpeg, segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])))
}

const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const toXmp = (description: string): Buffer =>
  segment(
    0xe1,
    Buffer.from(
      `${XMP}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ${description}</rdf:RDF></x:xmpmeta>`,
    ),
  )
const GAIN_MAP_NAMESPACE = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"'

/** The index of both pictures, CIPA DC-007 §5: sizes, and where the second begins, from the header in this segment. */
const toPictureIndex = (sizes: readonly [number, number], secondAt: number): Buffer => {
  const entries = Buffer.alloc(32)
  entries.writeUInt32BE(0x030000, 0)
  entries.writeUInt32BE(sizes[0], 4)
  entries.writeUInt32BE(sizes[1], 20)
  entries.writeUInt32BE(secondAt, 24)
  const head = '4d4d002a00000008' + '0003' + 'b000000700000004' + '30313030'
  const tags = 'b001000400000001' + '00000002' + 'b002000700000020' + '00000032' + '00000000'
  return segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), Buffer.from(head + tags, 'hex'), entries]))
}

/** A picture of high dynamic range as phones write it (Ultra HDR 1.0): a plain one, and a gain map after its end. */
export const withGainMap = (jpeg: Buffer, gainMap: Buffer): Buffer => {
  const map = insert(
    gainMap,
    toXmp(
      `${GAIN_MAP_NAMESPACE} hdrgm:GainMapMin="0" hdrgm:GainMapMax="1" hdrgm:Gamma="1" hdrgm:OffsetSDR="0.015625" hdrgm:OffsetHDR="0.015625" hdrgm:HDRCapacityMin="0" hdrgm:HDRCapacityMax="1" hdrgm:BaseRenditionIsHDR="False"></rdf:Description>`,
    ),
  )
  const items = toXmp(
    `${GAIN_MAP_NAMESPACE} xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/"><Container:Directory><rdf:Seq><rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/></rdf:li><rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg" Item:Length="${map.length}"/></rdf:li></rdf:Seq></Container:Directory></rdf:Description>`,
  )
  const indexBytes = toPictureIndex([0, 0], 0).length
  const size = jpeg.length + items.length + indexBytes
  // The header of the index follows its marker, length and name.
  const headerAt = SOI_BYTES + items.length + 8
  const index = toPictureIndex([size, map.length], size - headerAt)
  return Buffer.concat([insert(jpeg, items, index), map])
}
