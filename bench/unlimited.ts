/** Settings of a server that refuses nobody for asking often: a bench asks for all of its people at once. */
export const UNLIMITED = {
  LOG_LEVEL: 'warn',
  RATE_LIMIT_PARTNER: '0',
  RATE_LIMIT_CAPTURE: '0',
  RATE_LIMIT_ADDRESS: '0',
}
