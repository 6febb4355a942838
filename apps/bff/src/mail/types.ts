export interface MailMessage {
  /** One address. */
  to: string
  subject: string
  /** Plain text. */
  text: string
}

export interface Mailer {
  /** Resolves when a server has taken the message. @throws Error when none did; says nothing of the content */
  send(message: MailMessage): Promise<void>
  close(): void
}
