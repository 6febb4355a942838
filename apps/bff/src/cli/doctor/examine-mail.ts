import type { Config } from '../../composition/config.ts'
import { about, type Finding, toReason } from './finding.ts'

/** Signs in to the mail server; nothing is sent. */
export const examineMail = async (options: NonNullable<Config['mail']>): Promise<Finding> => {
  const mail = about('mail server')
  const { checkMailServer } = await import('../../mail/create-mailer.ts')
  try {
    await checkMailServer(options)
    return mail.ok('lets us in')
  } catch (failure) {
    return mail.wrong(`${toReason(failure)}. Correct SMTP_URL: host, port, user and password`)
  }
}
