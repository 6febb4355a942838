import * as z from 'zod'
import type { Config } from '../../composition/config.ts'
import { listConfigWarnings } from '../../composition/config-warnings.ts'
import { toConsoleUrl } from '../../composition/console-at.ts'
import { about, type Finding, toReason } from './finding.ts'

const TIMEOUT_MS = 5_000

/** What TLS finds wrong with a certificate (Node, "X509 certificate error codes"), or with its name. */
const CERTIFICATE = /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

const liveSchema = z.object({ status: z.literal('ok') })

/** Whether this server is where `PUBLIC_URL` says, and the console where `CONSOLE_URL` does. */
export const examineAddresses = ({
  publicUrl,
  port,
  console,
  consoleAt,
}: Pick<Config, 'publicUrl' | 'port' | 'console' | 'consoleAt'>): Promise<Finding[]> =>
  Promise.all([
    examine(about('public address'), publicUrl, {
      name: 'PUBLIC_URL',
      otherwise: `http://localhost:${port}`,
      warnings: listConfigWarnings({ publicUrl, consoleAt: undefined }),
    }),
    ...(console && consoleAt
      ? [
          examine(about('console address'), consoleAt.url, {
            name: 'CONSOLE_URL',
            otherwise: toConsoleUrl({ publicUrl, consoleAt }, consoleAt.port),
            warnings: listConfigWarnings({ publicUrl: undefined, consoleAt }),
          }),
        ]
      : []),
  ])

interface Expectation {
  /** Of the setting. */
  name: string
  /** Where links lead without it. */
  otherwise: string
  warnings: readonly string[]
}

const examine = async (
  address: ReturnType<typeof about>,
  url: string | undefined,
  { name, otherwise, warnings: [warning] }: Expectation,
): Promise<Finding> => {
  if (url === undefined) {
    return address.warning(
      `${name} is not set: links lead to ${otherwise}, which nobody else's browser reaches`,
    )
  }
  if (warning) return address.warning(warning)
  try {
    const answer = await fetch(`${url}/health/live`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const body = await answer.json().catch(() => undefined)
    if (answer.ok && liveSchema.safeParse(body).success) return address.ok(`${url} leads to Visavis`)
    return address.warning(
      `${url} answers ${answer.status} and not as Visavis does: start the server, or correct what stands in front of it`,
    )
  } catch (failure) {
    const reason = toReason(failure)
    return CERTIFICATE.test(reason)
      ? address.wrong(
          `the certificate of ${url} is refused (${reason}): renew it, or name your own authority in NODE_EXTRA_CA_CERTS`,
        )
      : address.warning(
          `${url} does not answer from here (${reason}): start the server, or correct DNS, proxy and firewall`,
        )
  }
}
