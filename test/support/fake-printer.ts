import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A printer on loopback that takes ZPL II and answers `~HS`. */
export interface FakePrinter {
  readonly port: number
  /** Labels that it printed, in their order. */
  readonly labels: string[]
  /** What it says of itself, and what it does at the label with a number (from 1). */
  readonly state: { paperOut: boolean; breaksAt: number | null }
  close(): Promise<void>
}

/** Starts a printer; nothing but this machine can reach it. */
export async function startFakePrinter(): Promise<FakePrinter> {
  const labels: string[] = []
  const state: FakePrinter['state'] = { paperOut: false, breaksAt: null }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = ''
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
      for (;;) {
        const asked = received.indexOf('~HS')
        const end = received.indexOf('^XZ')
        if (asked >= 0 && (end < 0 || asked < end)) {
          socket.write(statusLines(state.paperOut))
          received = received.slice(asked + 3)
        } else if (end >= 0) {
          if (state.breaksAt === labels.length + 1) {
            socket.destroy()
            return
          }
          labels.push(received.slice(received.indexOf('^XA'), end + 3))
          received = received.slice(end + 3)
        } else return
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    labels,
    state,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const statusLines = (paperOut: boolean): string =>
  [
    `030,${paperOut ? 1 : 0},0,1245,000,0,0,0,000,0,0,0`,
    '000,0,0,0,0,2,4,0,00000000,1,000',
    '1234,0',
  ]
    .map((line) => `\u0002${line}\u0003\r\n`)
    .join('')
