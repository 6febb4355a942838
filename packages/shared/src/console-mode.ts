/** Request header of the console's pages: `test` shows the data of test mode in place of the live ones. */
export const CONSOLE_MODE_HEADER = 'Visavis-Mode'

/** Request header of the console's pages: the id of the tenant that a page shows. Another one is refused, however it came about. */
export const CONSOLE_TENANT_HEADER = 'Visavis-Tenant'
