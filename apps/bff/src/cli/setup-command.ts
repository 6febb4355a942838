import { createUserJourneySchema } from '@visavis/shared/user-journeys'
import { Command } from 'commander'
import type { Storage } from '../composition/open-storage.ts'
import { setUpTenant } from '../features/access/index.ts'
import { findJourneyMistakes } from '../features/journeys/index.ts'
import { PROVIDER_CATALOG } from '../providers/catalog.ts'
import { checkInput } from './check-input.ts'
import type { CliContext } from './cli-context.ts'
import { CliError } from './cli-error.ts'
import { collect } from './collect.ts'

interface SetUpOptions {
  name: string
  redirectUrl: string[]
  matchLevel: string
}

export const setUpCommand = ({ withStorage, write, now }: CliContext): Command =>
  new Command('setup')
    .description('create a partner with one user journey and one API key; the key is shown this once')
    .requiredOption('--name <name>', 'the partner, as applicants see it')
    .option(
      '--redirect-url <url>',
      'where applicants may be sent back to, and below; repeatable',
      collect,
      [],
    )
    .option('--match-level <1-5>', 'how alike two pictures must be', '3')
    .action(async ({ name, redirectUrl, matchLevel }: SetUpOptions) => {
      const journey = checkInput(
        {
          name,
          provider: 'embedded',
          allowed_redirect_urls: redirectUrl,
          minimum_match_level: Number(matchLevel),
        },
        createUserJourneySchema,
      )
      const input = {
        name,
        provider: journey.provider,
        allowedRedirectUrls: journey.allowed_redirect_urls,
        minimumMatchLevel: journey.minimum_match_level,
      }
      const capabilities = PROVIDER_CATALOG.get(input.provider)?.capabilities
      const livenessPolicy = capabilities?.defaultLiveness ?? 'none'
      const mistakes = findJourneyMistakes(
        { ...input, allowedFrameOrigins: [], livenessPolicy, livenessStepUp: null, theme: {} },
        capabilities,
      )
      if (mistakes.length > 0) throw new CliError(`This cannot be used:\n  ${mistakes.join('\n  ')}`)
      const setUp = async ({ database }: Storage) => {
        const made = await setUpTenant(database, input, now())
        write(`Partner        ${made.tenantId}\n`)
        write(`API key        ${made.apiKey}\n`)
        write(`User journey   ${made.userJourneyId}\n`)
        if (redirectUrl.length === 0) {
          write(
            `\nNo address to send applicants back to is allowed yet:\n  visavis journey update ${made.userJourneyId} --redirect-url https://…\n`,
          )
        }
      }
      await withStorage(setUp, { begins: true })
    })
