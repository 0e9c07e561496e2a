import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port of loopback that is free now; it may be taken by the time that it is asked for. */
export async function freePort(): Promise<number> {
  const finder = createServer().listen(0, '127.0.0.1');
  await once(finder, 'listening');
  const { port } = finder.address() as AddressInfo;
  finder.close();
  await once(finder, 'close');
  return port;
}
