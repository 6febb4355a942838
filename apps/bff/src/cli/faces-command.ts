import { Command } from 'commander'
import type { Storage } from '../composition/open-storage.ts'
import { type RetemplateTurn, retemplateFaces } from '../features/faces/index.ts'
import { reindexFaces } from '../features/search/index.ts'
import type { FaceProvider } from '../providers/types.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { toTable } from './to-table.ts'

/** How often it tells how far it has come. */
const REPORT_MS = 5_000

export const facesCommand = (context: CliContext): Command => {
  const { withStorage, withEngine, write } = context
  const withBoth = (work: (storage: Storage, provider: FaceProvider) => Promise<void>) => () =>
    withEngine((provider) => withStorage((storage) => work(storage, provider)))

  return new Command('faces')
    .description('templates of enrolled and indexed faces, after a change of recognition model')
    .addCommand(
      new Command('status')
        .description('how many faces the recognition model of today has looked at')
        .action(withBoth(async (storage, provider) => write(await describeProgress(storage, provider)))),
    )
    .addCommand(
      new Command('retemplate')
        .description('have it look at all others now; stopped at any moment, it goes on the next time')
        .action(withBoth((storage, provider) => retemplate(context, storage, provider))),
    )
}

const retemplate = async (
  { write, log, now }: CliContext,
  storage: Storage,
  provider: FaceProvider,
): Promise<void> => {
  const deps = { ...storage, providers: { default: provider }, log, now }
  // As every turn ends, it tells how far it has come, and the next one goes on from there.
  let left = 0
  const inTurns = async <Cursor>(
    start: Cursor,
    turn: (after: Cursor, isOver: () => boolean) => Promise<RetemplateTurn<Cursor>>,
  ) => {
    let after: Cursor | undefined = start
    while (after !== undefined) {
      const end = performance.now() + REPORT_MS
      const done = await turn(after, () => performance.now() > end)
      after = done.next
      left += done.left
      write(await describeProgress(storage, provider))
    }
  }
  await inTurns(0, (after, isOver) => retemplateFaces(deps, { after, isOver }))
  await inTurns('', (after, isOver) => reindexFaces(deps, { after, isOver }))
  if (left > 0)
    write(`${left} could not be looked at and were left as they are; the log says which and why.\n`)
}

const describeProgress = async ({ database }: Storage, { recognition }: FaceProvider): Promise<string> => {
  if (!recognition) throw new CliError('There is no recognition model here.')
  const faces = await database.faces.countTemplates(recognition)
  const indexed = await database.faceIndex.countFaces(recognition)
  const model = `${recognition.modelId} (${recognition.pipelineId})`
  return toTable(
    ['MODEL', model],
    [
      ['faces looked at', String(faces.made)],
      ['faces waiting', String(faces.waiting)],
      ['faces to enrol again', String(faces.failed)],
      ['indexed faces looked at', String(indexed.made)],
      ['indexed faces of other models', String(indexed.elsewhere)],
    ],
  )
}
