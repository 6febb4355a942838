export interface Label {
  file: string
  identity: string
  group: string
  sex: string
}

export interface LabelOptions {
  /** Whether pictures of several people are kept, as `several`: they belong to nobody. */
  several?: boolean
}

const readTable = (csv: string): Record<string, string>[] => {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const names = head.split(',').map((name) => name.trim())
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name, (cells[index] ?? '').trim()]))
  })
}

/** `identities.csv`: columns file and identity, and where they are known group and sex, in any order. */
export const readLabels = (csv: string, { several = false }: LabelOptions = {}): Label[] => {
  const labels = readTable(csv).map(({ file = '', identity = '', group = '', sex = '' }) => ({
    file,
    identity,
    group,
    sex,
  }))
  const unlabelled = labels.findIndex(({ file, identity }) => file === '' || identity === '')
  if (labels.length === 0 || unlabelled >= 0) {
    throw new Error(`identities.csv, line ${unlabelled + 2}: wants a file and an identity`)
  }
  return several ? labels : labels.filter(({ identity }) => identity !== 'several')
}

/** The table of the Face Research Lab London Set: a line a person, whose pictures begin with the person's number. */
export const readLondonLabels = (csv: string, files: readonly string[]): Label[] =>
  readTable(csv).flatMap(({ face_id = '', face_eth = '', face_gender = '' }) =>
    files
      .filter((file) => file.startsWith(`${face_id}-`))
      .map((file) => ({ file, identity: face_id, group: face_eth, sex: face_gender })),
  )
