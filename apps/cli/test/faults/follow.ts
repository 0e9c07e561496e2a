/** A subscriber that keeps its last cursor, and goes on from there whatever becomes of the gateway. */
import { createClient, type Client } from 'graphql-ws';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { RunningTest } from './house.js';

/** A subscriber under test. */
export interface Subscriber {
  /** The gateway has another address now. */
  goOnAt(url: string): void;
  /** The numbers of the Changes that came, in the order in which they came, once so many have. */
  heard(count: number): Promise<readonly number[]>;
}

const query = /* GraphQL */ `
  subscription ($after: String) {
    timelineChanged(after: $after) {
      ... on TimelineChange {
        cursor
        kind
        eventId
      }
    }
  }
`;

interface Item {
  readonly cursor?: string;
}

/** Follows the timeline at a gateway from the log's beginning on. */
export function follow({ onTestFinished }: RunningTest, url: string): Subscriber {
  const cursors: string[] = [];
  let client: Client | null = null;
  let address = url;
  let over = false;
  const begin = (): void => {
    if (over) return;
    const mine = (client = createClient({
      url: new URL('graphql', address).href.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      keepAlive: 2_000,
    }));
    const again = (): void => {
      if (client === mine) setTimeout(() => client === mine && begin(), 200);
    };
    mine.subscribe<{ timelineChanged: Item }>(
      { query, variables: { after: cursors.at(-1) ?? cursorOf(0) } },
      {
        next: ({ data }) => {
          const cursor = data?.timelineChanged.cursor;
          if (client === mine && cursor !== undefined) cursors.push(cursor);
        },
        error: again,
        complete: again,
      },
    );
  };
  begin();
  onTestFinished(async () => {
    over = true;
    if (client) await dispose(client);
  });
  return {
    goOnAt: (other) => {
      address = other;
      const before = client;
      begin();
      if (before) void dispose(before);
    },
    heard: async (count) => {
      await vi.waitFor(() => expect(cursors.length).toBeGreaterThanOrEqual(count), { timeout: 30_000, interval: 100 });
      return cursors.map((cursor) => Number(Buffer.from(cursor, 'base64url').toString().slice('changes:'.length)));
    },
  };
}

/** A client whose gateway was killed before it had a connection says so once more, which is known. */
async function dispose(client: Client): Promise<void> {
  try {
    await client.dispose();
  } catch {
    // never connected
  }
}

/** As the gateway makes them. */
const cursorOf = (seq: number): string => Buffer.from(`changes:${seq}`).toString('base64url');
