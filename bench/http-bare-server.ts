/**
 * A bare HTTP server that sends the same bytes to everybody: `node bench/http-bare-server.ts` takes
 * an answer, as it goes over the wire, from standard input and prints its port.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

const [head = '', body = ''] = (await text(process.stdin)).split('\r\n\r\n')
const headers = head
  .split('\r\n')
  .slice(1)
  .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])
  .filter(([name]) => !/^(date|connection|keep-alive)$/i.test(name))
const server = createServer((_, response) => {
  response.writeHead(200, Object.fromEntries(headers)).end(body)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
