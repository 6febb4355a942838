import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import { toAddressKey } from './address-key.ts'
import type { AppEnv } from './env.ts'

/** Whoever cannot be told apart counts as one: otherwise a proxy that writes something odd would end every limit. */
const UNREADABLE = 'unreadable'

/**
 * The address of whoever asks. Behind `trustedProxies` reverse proxies it is the one that the outermost of them
 * saw: so many from the right in `X-Forwarded-For`, since each proxy appends and everything further left can be made
 * up. `undefined` without a socket, as in tests, and for what is no address.
 */
export const readClientAddress = <E extends AppEnv>(
  c: Context<E>,
  trustedProxies: number,
): string | undefined => toAddress(readClient(c, trustedProxies))

/** Whose requests count together; `undefined` without a socket. */
export const readAddressKey = <E extends AppEnv>(
  c: Context<E>,
  trustedProxies: number,
): string | undefined => {
  const client = readClient(c, trustedProxies)
  if (client === undefined) return undefined
  const address = toAddress(client)
  return address === undefined ? UNREADABLE : toAddressKey(address)
}

const readClient = <E extends AppEnv>(c: Context<E>, trustedProxies: number): string | undefined => {
  const socket = c.env?.incoming?.socket.remoteAddress
  if (trustedProxies === 0) return socket
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-trustedProxies) || socket
}

/** Some proxies write the port along: `203.0.113.8:50001`, `[2001:db8::1]:50001` (RFC 7239 §6 quotes the second). */
const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/

const toAddress = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  const [, v6, v4] = WITH_PORT.exec(text) ?? []
  const address = v6 ?? v4 ?? text
  // Four numbers, not the other ways to write an IPv4 address.
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  return isAddress ? address : undefined
}
