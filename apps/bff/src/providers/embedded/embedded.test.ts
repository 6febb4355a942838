import { createFaceEngine } from '@visavis/face-engine'
import { createEmptyRoom, createPortrait } from '@visavis/vendor-sandbox/portraits'
import { describeProvider } from '../contract.ts'
import { embedded } from './index.ts'

describeProvider('embedded', async () => ({
  provider: embedded(await createFaceEngine({ workers: 1 })),
  person: [
    await createPortrait('anna'),
    await createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
  ],
  otherPerson: await createPortrait('berta'),
  emptyRoom: await createEmptyRoom(),
  notAPicture: new TextEncoder().encode('%PDF-1.7 not a picture'),
}))
