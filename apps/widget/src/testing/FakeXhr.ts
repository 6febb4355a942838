type Handler = (() => void) | null

/** The part of XMLHttpRequest that an upload uses, driven by the test. */
export class FakeXhr {
  readonly sent = { method: '', url: '', headers: {} as Record<string, string>, body: null as unknown }
  readonly upload: { onprogress: ((event: Partial<ProgressEvent>) => void) | null } = { onprogress: null }
  status = 0
  responseText = ''
  timeout = 0
  onload: Handler = null
  onerror: Handler = null
  ontimeout: Handler = null
  onabort: Handler = null
  onloadend: Handler = null

  open(method: string, url: string) {
    Object.assign(this.sent, { method, url })
  }
  setRequestHeader(name: string, value: string) {
    this.sent.headers[name] = value
  }
  getResponseHeader(_name: string): string | null {
    return null
  }
  send(body: unknown) {
    this.sent.body = body
  }
  abort() {
    this.onabort?.()
    this.onloadend?.()
  }
  progress(loaded: number, total: number) {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total })
  }
  finish(status: number, text: string) {
    this.status = status
    this.responseText = text
    this.onload?.()
    this.onloadend?.()
  }
}
