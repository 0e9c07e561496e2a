import { createServer, type AddressInfo } from 'node:net';

/** A loopback port nobody listens on now. Somebody may take it before you do: bind to 0 where that can be done. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Whether nobody listens on this loopback port now. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch {
    // In use, or forbidden to this account: not ours to take either way.
    return false;
  }
}

function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
