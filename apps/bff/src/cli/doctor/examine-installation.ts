import { ConfigError, parseConfig } from '../../composition/config.ts'
import { examineAddresses } from './examine-address.ts'
import { examineBucket } from './examine-bucket.ts'
import { examineDatabase } from './examine-database.ts'
import { examineFolder } from './examine-folder.ts'
import { examineMail } from './examine-mail.ts'
import { examineSingleSignOn } from './examine-single-sign-on.ts'
import { about, type Finding } from './finding.ts'

/** Looks at all that the server will need, with its own settings, and changes nothing. */
export const examineInstallation = async (
  environment: Record<string, string | undefined>,
): Promise<Finding[]> => {
  const settings = about('settings')
  let config: ReturnType<typeof parseConfig>
  try {
    config = parseConfig(environment)
  } catch (failure) {
    if (!(failure instanceof ConfigError)) throw failure
    const [, ...mistakes] = failure.message.split('\n').map((line) => line.trim())
    return [settings.wrong(`${mistakes.join('; ')}. Nothing else is looked at before that`)]
  }
  const findings = await Promise.all([
    examineFolder(config.dataDir),
    examineDatabase(config),
    config.s3 ? examineBucket(config.s3) : [],
    config.mail ? examineMail(config.mail) : [],
    config.console && config.singleSignOn ? examineSingleSignOn(config.singleSignOn) : [],
    examineAddresses(config),
  ])
  const first = config.demo
    ? settings.warning('DEMO=1 lets anyone enrol: never in production')
    : settings.ok('all of them can be read')
  return [first, ...findings.flat()]
}
