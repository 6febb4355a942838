import { toPlainName, toUtc } from '../../mail/mail-words.ts'
import type { MailMessage } from '../../mail/types.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'

interface InviteEmail {
  to: string
  /** Whose console it is. */
  tenantName: string
  invite: Pick<ConsoleInvite, 'name' | 'role' | 'expiresOn'>
  url: string
}

/** In English, as the console is. Plain text: the link is all it has to carry. */
export const toInviteEmail = ({ to, tenantName, invite, url }: InviteEmail): MailMessage => {
  const tenant = toPlainName(tenantName)
  return {
    to,
    subject: `Your invitation to the console of ${tenant}`,
    text: [
      `Hello ${toPlainName(invite.name)},`,
      '',
      `you are invited to the console of ${tenant} as ${invite.role}. Open this link on the device that you work at, and register a`,
      'passkey there, or sign in with the one that you have at this console already:',
      '',
      url,
      '',
      `It opens once, until ${toUtc(invite.expiresOn, 'en')}. Whoever has it can sign in with your role: hand it to nobody.`,
      'If you expect no invitation, do nothing.',
      '',
    ].join('\n'),
  }
}
