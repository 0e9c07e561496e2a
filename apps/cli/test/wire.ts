/** What may stand between Vigil and its PostgreSQL: a link on the wire that hands everything on, changed where asked. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What the link changes. */
export interface WireFaults {
  /** The first message of a session, in which it says what it wants. */
  readonly startup?: (message: Buffer) => Buffer;
  /** What the server answers; of the same length, since the wire tells lengths. */
  readonly answer?: (bytes: Buffer) => Buffer;
}

/** A link to a database. */
export interface Wire {
  /** The database's address by this link. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const same = (bytes: Buffer): Buffer => bytes;

/** Opens a link to the database at an address. */
export async function openWire(url: string, { startup = same, answer = same }: WireFaults): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    near.once('data', (first: Buffer) => {
      far.write(startup(first));
      near.pipe(far);
    });
    far.on('data', (bytes: Buffer) => near.write(answer(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: Object.assign(new URL(url), { host }).href,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A startup message without its `options`, as some poolers hand it on. */
export function withoutOptions(message: Buffer): Buffer {
  // Four bytes of length, four of the protocol's version, then names and values, each ended by a zero byte, and one more.
  const words = message.subarray(8).toString('latin1').split('\0').slice(0, -2);
  const kept = words.flatMap((word, index) =>
    index % 2 === 1 || word === 'options' ? [] : [`${word}\0${words[index + 1] ?? ''}\0`],
  );
  const body = Buffer.from(`${kept.join('')}\0`, 'latin1');
  const head = Buffer.from(message.subarray(0, 8));
  head.writeUInt32BE(head.length + body.length);
  return Buffer.concat([head, body]);
}

/** Replaces a text by one of the same length. */
export function replacing(from: RegExp, to: string): (bytes: Buffer) => Buffer {
  return (bytes) => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
}
