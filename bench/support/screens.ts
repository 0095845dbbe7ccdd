import { once } from 'node:events';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { KitchenTicketsDocument } from '../../schema/operations.ts';

const query = print(KitchenTicketsDocument);
const atOnce = 50;

/** Kitchen screens, each with a socket of its own, that count what they are shown. */
export class Screens implements AsyncDisposable {
  private readonly sockets: WebSocket[] = [];
  private waiting: { count: number; resolve(): void } | null = null;
  /** Messages that all screens together have heard. */
  heard = 0;
  last = '';

  /** Opens a screen for each restaurant named, however often it is named, and waits until each has its snapshot. */
  async open(url: string, token: string, restaurantIds: readonly string[]): Promise<void> {
    const left = restaurantIds.values();
    const opener = async (): Promise<void> => {
      for (const restaurantId of left) this.sockets.push(await this.screen(url, token, restaurantId));
    };
    await Promise.all(Array.from({ length: atOnce }, opener));
  }

  /** Sockets of a server that sends without being asked. */
  async listen(url: string, count: number): Promise<void> {
    for (let opened = 0; opened < count; opened += 1) {
      const socket = new WebSocket(url);
      await once(socket, 'open');
      this.sockets.push(this.listening(socket));
    }
  }

  async until(heard: number): Promise<void> {
    if (this.heard >= heard) return;
    await new Promise<void>((resolve) => {
      this.waiting = { count: heard, resolve };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const open = this.sockets.splice(0).filter(({ readyState }) => readyState !== WebSocket.CLOSED);
    const closed = open.map((socket) => once(socket, 'close'));
    for (const socket of open) socket.close();
    await Promise.all(closed);
  }

  private async screen(url: string, token: string, restaurantId: string): Promise<WebSocket> {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    const payload = { authorization: `Bearer ${token}` };
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await once(socket, 'message');
    socket.send(
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { restaurantId } } }),
    );
    const [snapshot] = await once(socket, 'message');
    if (!String(snapshot).includes('"SNAPSHOT"')) throw new Error(`Not a snapshot: ${snapshot}`);
    return this.listening(socket);
  }

  private listening(socket: WebSocket): WebSocket {
    return socket.on('message', (message) => {
      this.heard += 1;
      this.last = String(message);
      if (this.waiting && this.heard >= this.waiting.count) {
        this.waiting.resolve();
        this.waiting = null;
      }
    });
  }
}
