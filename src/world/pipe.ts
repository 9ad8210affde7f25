/**
 * The pipe to a browser we started: messages of the DevTools protocol, each ended by a zero byte. A pipe rather than a
 * port, because no other user of the machine can reach it, and because the browser ends when the pipe breaks: it cannot
 * outlive us. Part of `world/`.
 */
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';

/** A transport for Puppeteer over the two streams that `--remote-debugging-pipe` opens. */
export function pipeTransport(to: Writable, from: Readable): ConnectionTransport {
  let parts: Buffer[] = [];
  const transport: ConnectionTransport = {
    send: (message) => {
      if (to.writable) to.write(`${message}\0`);
    },
    close: () => {
      to.destroy();
      from.destroy();
    },
  };
  // A browser that dies closes its ends: the close below reports it, the error would only say it twice.
  to.on('error', () => undefined);
  from.on('error', () => undefined);
  from.on('close', () => transport.onclose?.());
  from.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const message = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      parts = [];
      rest = rest.subarray(end + 1);
      // One message a turn, as Puppeteer's own transports do: answers must not overtake the promises that wait for them.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (rest.length > 0) parts.push(rest);
  });
  return transport;
}
