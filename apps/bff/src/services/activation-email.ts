import type { MailMessage } from '../mail/types.ts'

interface ActivationEmail {
  to: string
  /** The partner, as the person knows it. */
  partnerName: string
  applicantName: string | null
  verificationUrl: string
  expiresOn: Date
}

const toUtc = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The invitation to take the picture. Plain text: the link is all it has to carry. */
export const toActivationEmail = ({
  to,
  partnerName,
  applicantName,
  verificationUrl,
  expiresOn,
}: ActivationEmail): MailMessage => ({
  to,
  subject: `${partnerName}: set up sign-in with your face`,
  text: [
    applicantName ? `Hello ${applicantName},` : 'Hello,',
    '',
    `${partnerName} asks you to take one picture of your face, so that you can sign in with it later.`,
    'Open this link on a phone or computer with a camera:',
    '',
    verificationUrl,
    '',
    `The link is for you alone and works until ${toUtc(expiresOn)}.`,
    `If you did not expect this message, do nothing: no picture is taken unless you agree.`,
    '',
  ].join('\n'),
})
