import { Command } from 'commander'
import type { Storage } from '../composition/open-storage.ts'
import { countSealed, listDataKeys, orderResealing, reseal } from '../jobs/reseal.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { toTable } from './to-table.ts'

/** How often it tells how far it has come. */
const REPORT_MS = 5_000

export const keysCommand = (context: CliContext): Command => {
  const { withStorage, write } = context
  return new Command('keys')
    .description('the data keys, which seal pictures, templates and credentials')
    .addCommand(
      new Command('status')
        .description('which there are, and how much is sealed by the newest one')
        .action(() => withStorage(async (storage) => write(await describe(storage)))),
    )
    .addCommand(
      new Command('rotate')
        .description(
          'make a new one and seal everything anew; stopped at any moment, it goes on the next time',
        )
        .action(() => withStorage((storage) => rotate(context, storage))),
    )
}

const rotate = async ({ write, log, now }: CliContext, storage: Storage): Promise<void> => {
  const { database, dataKeys } = storage
  const isUnderWay = (await listDataKeys(storage)).length > 1
  const { id, sealsFrom } = isUnderWay ? await readNewest(storage) : await dataKeys.add()
  write(isUnderWay ? `Data key ${id} goes on.\n` : `There is a data key ${id}.\n`)
  if (database.engine === 'postgres') {
    await orderResealing(database, sealsFrom)
    write(
      `It seals from ${sealsFrom.toISOString()} on. The servers seal everything anew and remove the key before it; ` +
        '"visavis keys status" tells how far they are.\n',
    )
    return
  }
  for (;;) {
    const end = performance.now() + REPORT_MS
    const state = await reseal(
      { ...storage, log, now },
      { isOver: () => performance.now() > end, isAlone: true },
    )
    write(await describe(storage))
    if (state.left > 0) {
      throw new CliError(
        `${state.left} cannot be opened and were left as they are, so the key before stays; the log says where.`,
      )
    }
    if (state.isDone) return
  }
}

const readNewest = async (storage: Storage) => {
  const newest = (await listDataKeys(storage)).at(-1)
  if (!newest) throw new CliError('There is no data key here.')
  return { id: newest.id, sealsFrom: newest.sealsFrom ?? newest.createdOn }
}

const describe = async (storage: Storage): Promise<string> => {
  const keys = await listDataKeys(storage)
  const { id } = await readNewest(storage)
  const counts = await countSealed(storage, id)
  const names = keys.map((key) => String(key.id)).join(', ')
  return toTable(
    ['DATA KEYS', names, ''],
    [
      [`SEALED`, `BY ${id}`, 'OTHERWISE'],
      ...counts.map(({ place, done, waiting }) => [place, String(done), String(waiting)]),
    ],
  )
}
