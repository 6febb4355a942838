/** Request header of the console's pages: `test` shows the data of test mode in place of the live ones. */
export const CONSOLE_MODE_HEADER = 'Visavis-Mode'
