import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Transform, type TransformCallback } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

export interface Line {
  /** What all connections share, each way. */
  bitsASecond: number
  /** There and back. */
  roundTripMs: number
}

export interface SlowLine {
  port: number
  /** From now on, connections that are open included. */
  become(line: Line): void
  close(): void
}

/** As three packets of the internet; one by one they would come faster than timers can. */
const PACKET_BYTES = 3 * 1460

/**
 * A slow line to a server of this machine: a connection takes a round trip to open, everything on it half a one each way,
 * and all share the bandwidth. Unlike the browser's own emulation it is the same for pages, frames and workers.
 */
export const openSlowLine = async (toPort: number, first: Line): Promise<SlowLine> => {
  const sockets = new Set<Socket>()
  let line = first
  const down = createLane(() => line)
  const up = createLane(() => line)
  const server = createServer(async (near) => {
    hold(near)
    // The handshake of TCP.
    await setTimeout(line.roundTripMs)
    const far = hold(connect(toPort, '127.0.0.1'))
    near.pipe(delay(up)).pipe(far)
    far.pipe(delay(down)).pipe(near)
  }).listen(0, '127.0.0.1')
  const hold = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket
      .setNoDelay()
      .on('error', () => undefined)
      .on('close', () => sockets.delete(socket))
  }
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    become: (next) => {
      line = next
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

interface Lane {
  /** @returns when so many bytes have left, of all that use the lane, in ms of `performance.now()` */
  send(bytes: number): number
  delayMs(): number
}

const createLane = (line: () => Line): Lane => {
  let freeOn = 0
  return {
    send: (bytes) => {
      freeOn = Math.max(freeOn, performance.now()) + (bytes * 8 * 1000) / line().bitsASecond
      return freeOn
    },
    delayMs: () => line().roundTripMs / 2,
  }
}

const until = (time: number): Promise<void> => setTimeout(Math.max(0, time - performance.now()))

const delay = (lane: Lane): Transform => {
  let lastArrival = Promise.resolve()
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      let left = 0
      for (let at = 0; at < chunk.length; at += PACKET_BYTES) {
        const packet = chunk.subarray(at, at + PACKET_BYTES)
        left = lane.send(packet.length)
        const arrival = left + lane.delayMs()
        lastArrival = lastArrival.then(() => until(arrival)).then(() => void this.push(packet))
      }
      // The next piece is let in as soon as this one is on the line, not when it has arrived.
      void until(left).then(() => done())
    },
    flush(done) {
      void lastArrival.then(() => done())
    },
  })
}
