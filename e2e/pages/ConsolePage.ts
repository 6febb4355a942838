import type { Locator, Page } from '@playwright/test'

/** The desk, in a browser with an authenticator of its own that says yes to everything. */
export class ConsolePage {
  readonly page: Page
  readonly heading: Locator
  readonly rows: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { level: 1 })
    this.rows = page.getByRole('table').locator('tbody tr')
  }

  /** Chrome DevTools Protocol, WebAuthn domain. */
  async plugInAuthenticator(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  }

  async register(inviteUrl: string): Promise<void> {
    await this.page.goto(inviteUrl)
    await this.page.getByRole('button', { name: 'Register a passkey' }).click()
    await this.page.getByRole('heading', { name: 'Overview' }).waitFor()
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click()
    await this.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  }

  async signIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await this.page.getByRole('heading', { name: 'Overview' }).waitFor()
  }
}
