import { CONSOLE_TENANT_HEADER } from '@visavis/shared/console-mode'

/** Of this page, once it has heard whose it is. */
let shown: string | undefined

export const showTenant = (id: string | undefined): void => {
  shown = id
}

/** With every request: another window may have switched meanwhile, and what is on the screen here is of this one. */
export const tenantHeader = (): Record<string, string> =>
  shown === undefined ? {} : { [CONSOLE_TENANT_HEADER]: shown }
