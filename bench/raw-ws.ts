import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { answerParent } from './support/answer-parent.ts';

let sockets: WebSocketServer;

/** The floor of every delivery: the same text to every socket, made beforehand. */
answerParent({
  async open(): Promise<string> {
    sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(sockets, 'listening');
    return `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`;
  },
  /** Spaced out as events are, so that each is a write of its own. */
  async send({ text, times, everyMs }: { text: string; times: number; everyMs: number }): Promise<void> {
    for (let sent = 0; sent < times; sent += 1) {
      for (const socket of sockets.clients) socket.send(text);
      await setTimeout(everyMs);
    }
  },
});
