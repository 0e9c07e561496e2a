import type { Client } from 'graphql-ws';
import type { ErrorData, ItemData } from './graph.js';

/** A subscription under test. */
export interface Followed {
  /** What came, in order. */
  readonly items: readonly ItemData[];
  readonly errors: readonly ErrorData[];
  /** Resolves when so many items have come; rejects at an error. */
  count(n: number): Promise<readonly ItemData[]>;
  /** Resolves with the first item that fits. */
  until(fits: (item: ItemData) => boolean): Promise<ItemData>;
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** What most tests follow. */
export const changes = /* GraphQL */ `
  subscription Changes($filter: TimelineFilter, $after: String) {
    timelineChanged(filter: $filter, after: $after) {
      __typename
      ... on TimelineChange {
        kind
        what
        cursor
        eventId
        inFilter
        event {
          id
          headline
          case {
            id
            caption
          }
        }
        previous {
          headline
        }
      }
      ... on StreamCaughtUp {
        cursor
      }
      ... on StreamReset {
        reason
      }
    }
  }
`;

export function follow(client: Client, query: string, variables: Readonly<Record<string, unknown>> = {}): Followed {
  const items: ItemData[] = [];
  const errors: ErrorData[] = [];
  const waiting = new Set<() => void>();
  const ring = (): void => waiting.forEach((look) => look());
  let stop = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    stop = client.subscribe<{ timelineChanged: ItemData }>(
      { query, variables: { ...variables } },
      {
        next: ({ data, errors: failed }) => {
          if (failed) errors.push(...(failed as unknown as readonly ErrorData[]));
          if (data) items.push(data.timelineChanged);
          ring();
        },
        error: (error) => {
          errors.push(...(Array.isArray(error) ? (error as readonly ErrorData[]) : []));
          ring();
          resolve();
        },
        complete: () => resolve(),
      },
    );
  });
  const when = <T>(found: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const it = found();
        if (it === undefined && errors.length === 0) return;
        waiting.delete(look);
        if (it === undefined) reject(new Error(JSON.stringify(errors)));
        else resolve(it);
      };
      waiting.add(look);
      look();
    });
  return {
    items,
    errors,
    ended,
    count: (n) => when(() => (items.length >= n ? items : undefined)),
    until: (fits) => when(() => items.find(fits)),
    stop: () => {
      stop();
      void client.dispose();
    },
  };
}
