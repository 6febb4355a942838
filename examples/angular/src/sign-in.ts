import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core'
import { defineElement, type VisavisCaptureEventMap } from '@visavis/embed'

defineElement()

interface Started {
  id?: string
  verificationUrl: string
}

/** Two buttons, then the capture in their place, then what the server read. */
@Component({
  selector: 'shop-sign-in',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Shop</h1>
    @if (started(); as link) {
      <visavis-capture
        #capture
        [verificationUrl]="link.verificationUrl"
        (capture-completed)="finish(link)"
        (capture-failed)="fail($event)"
        (capture-closed)="started.set(undefined)"
      />
      <button type="button" (click)="capture.close()">Cancel</button>
    } @else {
      <button type="button" (click)="start('/enrol')">Add my face</button>
      <button type="button" (click)="start('/sign-in')">Sign in with my face</button>
    }
    <p role="status">{{ result() }}</p>
  `,
})
export class SignIn {
  readonly started = signal<Started | undefined>(undefined)
  readonly result = signal('')

  async start(path: string): Promise<void> {
    this.started.set(await (await fetch(path, { method: 'POST' })).json())
  }
  async finish({ id }: Started): Promise<void> {
    const decision = id ? await (await fetch(`/decision?id=${id}`)).json() : undefined
    this.result.set(decision?.status ?? 'Your face is on file')
  }
  fail({ detail }: VisavisCaptureEventMap['capture-failed']): void {
    if (!detail.isFinal) return
    this.result.set(`That did not work: ${detail.code}`)
    this.started.set(undefined)
  }
}
