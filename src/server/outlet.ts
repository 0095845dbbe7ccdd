import type { WebSocket } from 'ws';
import type { Outlet } from './live.ts';

/** Live messages are text already: they skip graphql-ws and go out under the client's id. */
export function outletOf(socket: WebSocket, id: string, backlogBytes: number): Outlet {
  const prefix = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return {
    send(payload) {
      if (socket.readyState === socket.OPEN) socket.send(`${prefix}${payload}}`);
      return socket.bufferedAmount <= backlogBytes;
    },
    drained: () =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        const done = (): void => {
          socket.off('close', done);
          resolve();
        };
        socket.once('close', done);
        // A ping waits its turn behind everything sent before.
        socket.ping('', false, done);
      }),
  };
}
