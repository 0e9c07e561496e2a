/** A wire between Vigil and a publisher that writes down what passes, and knows nothing of Vigil. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One request and its answer, as they passed. Times are milliseconds of the recorder's own clock, which never jumps. */
export interface TracedRequest {
  /** As the Host header names it; empty until it has come. */
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  /** When the first byte of the request came. */
  readonly startedAt: number;
  /** When the last byte of the answer came, before it was handed on, or when the connection ended; null until then. */
  readonly endedAt: number | null;
  readonly status: number | null;
  /** What the answer's Retry-After asks for, in milliseconds. */
  readonly retryAfterMs: number | null;
}

/** A recorder at an address of its own. */
export interface Trace {
  /** What Vigil takes for the publishers. */
  readonly origin: string;
  /** All requests so far, in the order in which they came. */
  readonly requests: readonly TracedRequest[];
  close(): Promise<void>;
}

/** Lays a wire to a server of this machine, such as `http://127.0.0.1:8080`, and writes down what passes. */
export async function recordTrace(to: string): Promise<Trace> {
  const requests: Exchange[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    let exchange: Exchange | null = null;
    near.on('data', (data) => {
      if (exchange === null || exchange.endedAt !== null) requests.push((exchange = new Exchange()));
      exchange.ask(data);
      far.write(data);
    });
    far.on('data', (data) => {
      exchange?.answer(data);
      near.write(data);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.end());
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => near.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        exchange?.end();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Reads just enough of HTTP/1.1 (RFC 9112) to tell where a request without a body and its answer begin and end. */
class Exchange implements TracedRequest {
  host = '';
  path = '';
  readonly startedAt = performance.now();
  endedAt: number | null = null;
  status: number | null = null;
  retryAfterMs: number | null = null;
  #asked = '';
  #answered = '';

  ask(data: Buffer): void {
    this.#asked += data.toString('latin1');
    this.path = /^GET (\S+) HTTP\/1\.1\r\n/.exec(this.#asked)?.[1] ?? '';
    this.host = field('host', this.#asked)?.toLowerCase() ?? '';
  }

  answer(data: Buffer): void {
    this.#answered += data.toString('latin1');
    const [head, body] = cut(this.#answered);
    if (body === null) return;
    this.status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    const retryAfter = field('retry-after', head);
    if (retryAfter !== null) this.retryAfterMs = Number(retryAfter) * 1_000;
    if (this.status === 304 || isWhole(head, body)) this.end();
  }

  end(): void {
    this.endedAt ??= performance.now();
  }
}

function cut(message: string): readonly [head: string, body: string | null] {
  const end = message.indexOf('\r\n\r\n');
  return end < 0 ? [message, null] : [message.slice(0, end + 2), message.slice(end + 4)];
}

/** A field of a head, once its line is whole. */
function field(name: string, head: string): string | null {
  return new RegExp(`^${name}: *(.*)\\r\\n`, 'im').exec(head)?.[1] ?? null;
}

/** Whether a body is all there; one whose length is not told ends with the connection. */
function isWhole(head: string, body: string): boolean {
  const length = field('content-length', head);
  if (length !== null) return body.length >= Number(length);
  return field('transfer-encoding', head) === 'chunked' && `\r\n${body}`.endsWith('\r\n0\r\n\r\n');
}
