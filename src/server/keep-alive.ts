import type { WebSocket } from 'ws';

const pingEveryMs = 12_000;

/** A screen that does not answer one ping before the next is gone, whatever TCP still believes. */
export function keepAlive(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, pingEveryMs);
  return () => clearInterval(timer);
}
