import { createServer } from 'node:net';

/** The port itself where nobody listens on it, else 0: the demo is in nobody's way, and says where it is. */
export function preferredPort(port: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(0));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(port)));
  });
}
