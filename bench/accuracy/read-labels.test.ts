import { describe, expect, it } from 'vitest'
import { readLabels, readLondonLabels } from './read-labels.ts'

describe('readLabels', () => {
  it('reads columns by their names, and does without group and sex', () => {
    expect(readLabels('file,identity\na.jpg,ann\r\n')).toEqual([
      { file: 'a.jpg', identity: 'ann', group: '', sex: '' },
    ])
    expect(readLabels('\uFEFFgroup, identity,file,sex\nx,ann,a.jpg,f')).toEqual([
      { file: 'a.jpg', identity: 'ann', group: 'x', sex: 'f' },
    ])
  })

  it('leaves out pictures of several people', () => {
    expect(readLabels('file,identity\na.jpg,several\nb.jpg,ben')).toHaveLength(1)
    expect(readLabels('file,identity\na.jpg,several\nb.jpg,ben', { several: true })).toHaveLength(2)
  })

  it.each(['file,identity', 'file,identity\na.jpg,ann\nb.jpg,', 'file;identity\na.jpg;ann'])(
    'says which line is wrong: %j',
    (csv) => {
      expect(() => readLabels(csv)).toThrow(/identities\.csv, line \d: wants a file and an identity/)
    },
  )
})

describe('readLondonLabels', () => {
  it('finds each person’s pictures', () => {
    const csv = 'face_id,face_age,face_gender,face_eth\n001,24,female,white\n002,?,male,black'
    expect(readLondonLabels(csv, ['001-neutral.jpg', '001-smiling.jpg', '002-neutral.jpg', 'x.jpg'])).toEqual(
      [
        { file: '001-neutral.jpg', identity: '001', group: 'white', sex: 'female' },
        { file: '001-smiling.jpg', identity: '001', group: 'white', sex: 'female' },
        { file: '002-neutral.jpg', identity: '002', group: 'black', sex: 'male' },
      ],
    )
  })
})
