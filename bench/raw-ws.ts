import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answerParent } from './support/answer-parent.ts';

let sockets: WebSocketServer;
let message: string;

/** The floor of every delivery: a text made beforehand, to every socket. */
answerParent({
  async open({ text }: { text: string }): Promise<string> {
    message = text;
    sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(sockets, 'listening');
    return `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`;
  },
  send(): void {
    for (const socket of sockets.clients) socket.send(message);
  },
  /** What being asked costs by itself. */
  nothing(): void {},
});
