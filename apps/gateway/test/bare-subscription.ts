import { WebSocket, type RawData } from 'ws';
import type { ItemData } from './graph.js';

interface Message {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly timelineChanged: ItemData } };
}

/** A socket that speaks just enough of the protocol to subscribe, so that a test can cut or stall it as it likes. */
export function openBareSubscription(
  url: string,
  payload: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
  onItem: (item: ItemData) => void,
): WebSocket {
  const socket = new WebSocket(new URL('graphql', url).href.replace('http', 'ws'), 'graphql-transport-ws');
  socket.on('error', () => undefined);
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (data: RawData) => {
    const message = JSON.parse((data as Buffer).toString()) as Message;
    if (message.type === 'connection_ack') socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }));
    const item = message.payload?.data?.timelineChanged;
    if (item) onItem(item);
  });
  return socket;
}
