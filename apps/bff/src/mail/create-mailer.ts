import { createTransport } from 'nodemailer'
import type { Mailer } from './types.ts'

/** A person is waiting behind the request that sends. */
const TIMEOUT_MS = 10_000

interface MailerOptions {
  /** `smtp://` or `smtps://user:password@host:port`; STARTTLS is used where the server offers it. */
  url: string
  /** `Name <address>` or an address. */
  from: string
}

/** Nodemailer's own code, and that of the server's answer (RFC 5321 §4.2) if it gave one. */
interface SmtpFailure {
  code?: string
  responseCode?: number
}

const openTransport = (url: string) =>
  createTransport({
    url,
    pool: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What we send is text of ours; nothing in it may make the library read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/** Connects and signs in, sends nothing. @throws Error when the server does not let us in */
export const checkMailServer = async ({ url }: Pick<MailerOptions, 'url'>): Promise<void> => {
  const transport = openTransport(url)
  try {
    await transport.verify()
  } catch (failure) {
    const { code, responseCode } = failure as SmtpFailure
    throw new Error(`does not let us in: ${code} ${responseCode ?? ''}`.trim())
  } finally {
    transport.close()
  }
}

export const createMailer = ({ url, from }: MailerOptions): Mailer => {
  const transport = openTransport(url)
  return {
    send: async (message) => {
      // An object, not a string: a list of addresses in it would be taken apart.
      const to = { name: '', address: message.to }
      await transport.sendMail({ ...message, to, from }).catch((failure: SmtpFailure) => {
        // Not as its cause: a server's answer repeats the recipient's address, and causes are logged.
        throw new Error(
          `no mail server took the message: ${failure.code} ${failure.responseCode ?? ''}`.trim(),
        )
      })
    },
    close: () => transport.close(),
  }
}
