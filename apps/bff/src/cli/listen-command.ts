import { WEBHOOK_EVENT_TYPES } from '@visavis/shared/webhook-events'
import { Command } from 'commander'
import * as z from 'zod'
import { createWebhookSecret } from '../features/webhooks/index.ts'
import { checkInput } from './check-input.ts'
import type { CliContext } from './cli-context.ts'
import { followEvents } from './listen/follow-events.ts'
import { forwardEvent } from './listen/forward-event.ts'

const optionsSchema = z.object({
  forward: z.url({ protocol: /^https?$/ }),
  events: z.array(z.enum(WEBHOOK_EVENT_TYPES)).optional(),
  secret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional(),
})

interface ListenOptions {
  forward: string
  events?: string
  secret?: string
}

export const listenCommand = (context: CliContext): Command => {
  const { write, writeError, now } = context
  return new Command('listen')
    .description('send what happens at a server to your own machine, signed as webhooks are; for development')
    .requiredOption(
      '--forward <url>',
      'where your program takes webhooks, such as http://localhost:3000/webhooks',
    )
    .option('--events <types>', `only these, with commas between: ${WEBHOOK_EVENT_TYPES.join(', ')}`)
    .option(
      '--secret <whsec_…>',
      'what your program checks signatures with. Default: one that is made and shown',
    )
    .addHelpText(
      'after',
      '\nVISAVIS_URL names the server and VISAVIS_API_KEY the key to read its events with.',
    )
    .action(async (given: ListenOptions) => {
      const input = { ...given, ...(given.events === undefined ? {} : { events: given.events.split(',') }) }
      const { forward: to, events: wanted, secret = createWebhookSecret() } = checkInput(input, optionsSchema)
      const { url, apiKey } = context.partner()
      const signal = context.stopSignal()
      const onTrouble = (why: string) => writeError(`${why} Trying on.\n`)
      write(`Events of      ${url}\nGo to          ${to}\n`)
      if (given.secret === undefined) write(`Signing secret ${secret}\n`)
      for await (const event of followEvents({ url, apiKey, signal, onTrouble })) {
        if (wanted && !wanted.includes(event.type)) continue
        const outcome = await forwardEvent(event, { to, secret, signal, now })
        write(`${event.created_on}  ${event.type}  ${event.id}  ${outcome}\n`)
      }
    })
}
