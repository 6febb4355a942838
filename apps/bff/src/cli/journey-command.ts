import { createUserJourneySchema, updateUserJourneySchema } from '@visavis/shared/user-journeys'
import { Command } from 'commander'
import type { Storage } from '../composition/open-storage.ts'
import { createUserJourney, updateUserJourney } from '../features/journeys/index.ts'
import { checkInput } from './check-input.ts'
import { chooseTenant } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { collect } from './collect.ts'
import { listAll } from './list-all.ts'
import { recordAtTerminal } from './record-at-terminal.ts'
import { toTable } from './to-table.ts'

interface JourneyOptions {
  tenant?: string
  file?: string
  name?: string
  provider?: string
  redirectUrl?: string[]
  frameOrigin?: string[]
  matchLevel?: string
  retryLimit?: string
  retentionDays?: string
  metadataRetentionDays?: string
  liveness?: string
  locale?: string
}

export const journeyCommand = (context: CliContext): Command => {
  const { withStorage, write, now, findProvider, vendorRules } = context
  const toDeps = ({ database, sealer }: Storage) => {
    return {
      database,
      sealer,
      now,
      providers: { find: findProvider },
      ...vendorRules(),
    }
  }
  return new Command('journey')
    .description('user journeys: provider, allowed addresses, look and limits')
    .addCommand(
      withJourneyOptions(new Command('create').description('create a user journey')).action(
        async (options: JourneyOptions) => {
          const fields = { provider: 'embedded', ...(await readFields(context, options)) }
          const input = checkInput(fields, createUserJourneySchema)
          await withStorage(async (storage) => {
            const tenant = await chooseTenant(storage.database, options.tenant)
            const deps = toDeps(storage)
            const journey = await createUserJourney(deps, tenant.id, input)
            await recordAtTerminal(deps, tenant.id, 'user_journey.create', journey.id)
            write(`User journey   ${journey.id}\n`)
          })
        },
      ),
    )
    .addCommand(
      withJourneyOptions(new Command('update').description('change what is named, keep the rest'))
        .argument('<id>', 'usj_…')
        .action(async (id: string, options: JourneyOptions) => {
          const change = checkInput(await readFields(context, options), updateUserJourneySchema)
          await withStorage(async (storage) => {
            const tenant = await chooseTenant(storage.database, options.tenant)
            const deps = toDeps(storage)
            await updateUserJourney(deps, { tenantId: tenant.id, id, change })
            await recordAtTerminal(deps, tenant.id, 'user_journey.update', id)
            write(`Changed ${id}\n`)
          })
        }),
    )
    .addCommand(
      new Command('list')
        .description('list the user journeys')
        .option('--tenant <id>', 'which partner, when there are several')
        .action(({ tenant: tenantId }: JourneyOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseTenant(database, tenantId)
            const journeys = await listAll((page) => database.userJourneys.list(tenant.id, page))
            const rows = journeys.map((journey) => [
              journey.id,
              journey.name,
              journey.provider,
              journey.providerSettingKeys.join(', '),
              journey.allowedRedirectUrls.join(', '),
            ])
            write(toTable(['ID', 'NAME', 'PROVIDER', 'SETTINGS', 'REDIRECT URLS'], rows))
          }),
        ),
    )
}

const withJourneyOptions = (command: Command): Command =>
  command
    .option('--tenant <id>', 'which partner, when there are several')
    .option('--name <name>', 'for people')
    .option('--provider <id>', 'who compares the faces (default for a new one: embedded)')
    .option('--redirect-url <url>', 'where applicants may be sent back to, and below; repeatable', collect)
    .option('--frame-origin <origin>', 'who may frame the capture page; repeatable', collect)
    .option('--match-level <1-5>', 'how alike two pictures must be')
    .option('--retry-limit <count>', 'attempts that may fail before it is over')
    .option('--retention-days <days>', 'how long the pictures of attempts are kept')
    .option('--metadata-retention-days <days>', 'how long their addresses, languages and queries are kept')
    .option('--liveness <policy>', 'none, passive, active or required')
    .option('--locale <tag>', 'language where the attempt names none')
    .option('--file <file>', 'JSON with more fields, as in POST /user-journeys; - reads what is piped in')

/** Credentials come by file or pipe: a command line is there for every process to see. */
const readFields = async (context: CliContext, options: JourneyOptions): Promise<object> => ({
  ...(options.file === undefined ? {} : parseFields(await context.readInput(options.file))),
  ...withoutUndefined({
    name: options.name,
    provider: options.provider,
    allowed_redirect_urls: options.redirectUrl,
    allowed_frame_origins: options.frameOrigin,
    minimum_match_level: toNumber(options.matchLevel),
    retry_limit: toNumber(options.retryLimit),
    retention_days: toNumber(options.retentionDays),
    metadata_retention_days: toNumber(options.metadataRetentionDays),
    liveness_policy: options.liveness,
    locale: options.locale,
  }),
})

const parseFields = (text: string): object => {
  try {
    const fields: unknown = JSON.parse(text)
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return fields
  } catch {
    // Its message would quote what may be a credential.
  }
  throw new CliError('The file does not hold a JSON object.')
}

const toNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)

const withoutUndefined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
