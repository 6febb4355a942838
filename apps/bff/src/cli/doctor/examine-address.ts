import * as z from 'zod'
import type { Config } from '../../composition/config.ts'
import { listConfigWarnings } from '../../composition/config-warnings.ts'
import { about, type Finding, toReason } from './finding.ts'

const TIMEOUT_MS = 5_000

/** What TLS finds wrong with a certificate (Node, "X509 certificate error codes"), or with its name. */
const CERTIFICATE = /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

const liveSchema = z.object({ status: z.literal('ok') })

/** Whether this server is where `PUBLIC_URL` says. */
export const examineAddress = async ({
  publicUrl,
  port,
}: Pick<Config, 'publicUrl' | 'port'>): Promise<Finding> => {
  const address = about('public address')
  if (publicUrl === undefined) {
    return address.warning(
      `PUBLIC_URL is not set: links lead to http://localhost:${port}, which nobody else's browser reaches`,
    )
  }
  const [warning] = listConfigWarnings({ publicUrl })
  if (warning) return address.warning(warning)
  try {
    const answer = await fetch(`${publicUrl}/health/live`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const body = await answer.json().catch(() => undefined)
    if (answer.ok && liveSchema.safeParse(body).success) return address.ok(`${publicUrl} leads to Visavis`)
    return address.warning(
      `${publicUrl} answers ${answer.status} and not as Visavis does: start the server, or correct what stands in front of it`,
    )
  } catch (failure) {
    const reason = toReason(failure)
    return CERTIFICATE.test(reason)
      ? address.wrong(
          `the certificate of ${publicUrl} is refused (${reason}): renew it, or name your own authority in NODE_EXTRA_CA_CERTS`,
        )
      : address.warning(
          `${publicUrl} does not answer from here (${reason}): start the server, or correct DNS, proxy and firewall`,
        )
  }
}
