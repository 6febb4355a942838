import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  recipients: string[]
  sender: string
  headers: string
  body: string
}

/** RFC 2045 §6.7. */
const decodeQuotedPrintable = (encoded: string): string =>
  Buffer.from(
    encoded
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** A real mail server on this machine that keeps what it gets, or refuses it. */
export const startMailServer = async () => {
  const mails: ReceivedMail[] = []
  const behaviour = { isRefusing: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(behaviour.isRefusing ? new Error('no such mailbox') : null),
    onData: (stream, session, done) => {
      text(stream).then((raw) => {
        const [headers = '', ...body] = raw.split('\r\n\r\n')
        const content = body.join('\r\n\r\n')
        mails.push({
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          sender: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          headers,
          body: /quoted-printable/i.test(headers) ? decodeQuotedPrintable(content) : content,
        })
        done()
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behaviour,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
