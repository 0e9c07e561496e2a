/** A wire between Vigil and a server, which can be cut, or go dead without a word. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire at an address of its own. */
export interface Wire {
  readonly port: number;
  /** Breaks what is connected. */
  cut(): void;
  /**
   * Nothing passes any more on the connections that are open now, in either direction, and Vigil's ends of them stay open: as
   * when a machine between the two is switched off. New ones work. The server asks whether somebody is there (keep-alive),
   * hears nothing, and hangs up after five seconds.
   */
  deaden(): void;
  close(): Promise<void>;
}

const serverNoticesMs = 5_000;

/** Lays a wire to a port of this machine. */
export async function layWire(to: number): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.setNoDelay(true);
      one.on('data', (data) => void other.write(data));
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    deaden: () => {
      for (const pair of pairs) {
        pairs.delete(pair);
        for (const end of pair)
          end
            .removeAllListeners('data')
            .removeAllListeners('close')
            .on('data', () => undefined);
        dead.push(...pair);
        setTimeout(() => pair[1].destroy(), serverNoticesMs).unref();
      }
    },
    close: async () => {
      cut();
      for (const end of dead) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Kept, lest their collection closed them. */
const dead: Socket[] = [];
