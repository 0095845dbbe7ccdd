import type { Socket } from 'node:net';
import type { FormattedExecutionResult } from 'graphql';
import { WebSocket } from 'ws';
import type { As } from '../support/as.ts';
import { Waiting } from './waiting.ts';

export interface WireMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
}

/** graphql-transport-ws message by message, for what a well-behaved client would never show. */
export class Wire {
  readonly messages: WireMessage[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly socket: WebSocket;
  private gone = false;
  private readonly waiting = new Waiting();

  constructor(who: Pick<As, 'url'>) {
    this.socket = new WebSocket(`${who.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as WireMessage);
      this.waiting.wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => {
        this.gone = true;
        this.waiting.wake();
        resolve({ code, reason: String(reason) });
      });
    });
  }

  /** Connected, and not introduced yet. */
  static async connected(who: Pick<As, 'url'>): Promise<Wire> {
    const wire = new Wire(who);
    await new Promise((resolve) => wire.socket.once('open', resolve));
    return wire;
  }

  /** Connected, introduced as the viewer, and acknowledged. */
  static async open(who: As): Promise<Wire> {
    const wire = await Wire.connected(who);
    wire.send({ type: 'connection_init', payload: who.socketParams() });
    await wire.find(({ type }) => type === 'connection_ack');
    return wire;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, payload: Operation): void {
    this.send({ id, type: 'subscribe', payload });
  }

  complete(id: string): void {
    this.send({ id, type: 'complete' });
  }

  /** What came under an id. */
  of(id: string): WireMessage[] {
    return this.messages.filter((message) => message.id === id);
  }

  async find(fits: (message: WireMessage) => boolean): Promise<WireMessage> {
    await this.until(() => this.messages.some(fits));
    return this.messages.find(fits)!;
  }

  /** The nth message under an id. */
  async at(id: string, index: number): Promise<WireMessage> {
    await this.until(() => this.of(id).length > index);
    return this.of(id)[index]!;
  }

  /** The data of the nth message under an id. */
  async dataAt<Data>(id: string, index: number): Promise<Data> {
    const { payload } = await this.at(id, index);
    return (payload as FormattedExecutionResult<Data>).data!;
  }

  async until(holds: () => boolean): Promise<void> {
    await this.waiting.until(() => holds() || this.gone);
    if (!holds()) throw new Error('The socket has closed.');
  }

  /** Stops reading from TCP: what is sent from now on piles up on its way here. */
  stopReading(): void {
    this.tcp.pause();
  }

  readAgain(): void {
    this.tcp.resume();
  }

  /** The connection is gone without a word. */
  destroy(): void {
    this.socket.terminate();
  }

  async hangUp(): Promise<void> {
    this.socket.close();
    await this.closed;
  }

  get tcp(): Socket {
    return (this.socket as unknown as { _socket: Socket })._socket;
  }
}

/** The codes of an `error` message, or of a result's errors. */
export function codesOf({ payload }: WireMessage): string[] {
  const errors = (Array.isArray(payload) ? payload : (payload as FormattedExecutionResult).errors) ?? [];
  return (errors as { extensions?: { code?: string } }[]).map(({ extensions }) => extensions?.code ?? 'none');
}
