/** A client's message as it goes on inside. */
export interface Incoming {
  readonly text: string;
  /** Our id of the operation that it asks for; null when it asks for none. */
  readonly asksFor: string | null;
}

/**
 * Gives every operation of a socket an id of its own. Clients may use an id again as soon as they have completed it,
 * while graphql-ws still winds the old operation up under the same one; so inside, ids never repeat.
 *
 * graphql-ws knows one id for both sides, so this reads what it writes: a message begins with its id and its type, and the reason of
 * a close names the id that is in use. closing-a-socket.test.ts and speaking-over-a-socket.test.ts go red when it writes otherwise.
 */
export class SocketIds {
  private readonly byClient = new Map<string, string>();
  private readonly byOwn = new Map<string, string>();
  private made = 0;

  /** Operations that run now. */
  get size(): number {
    return this.byClient.size;
  }

  clientId(own: string): string {
    return this.byOwn.get(own) ?? own;
  }

  /** A client's message with our id. What is not a message stays as it is, for the protocol to complain about. */
  incoming(text: string): Incoming {
    const message = messageOf(text);
    if (!message) return { text, asksFor: null };
    const asks = message.type === 'subscribe';
    const own = this.byClient.get(message.id) ?? (asks ? this.open(message.id) : null);
    if (!own) return { text, asksFor: null };
    if (message.type === 'complete') this.close(own);
    return { text: JSON.stringify({ ...message, id: own }), asksFor: asks ? own : null };
  }

  /** Our message with the client's id, or null when the client has given that operation up. */
  outgoing(text: string): string | null {
    const head = /^\{"id":"(\d+)","type":"(\w+)"/.exec(text);
    if (!head) return text;
    const [start, own, type] = head as unknown as [string, string, string];
    const client = this.byOwn.get(own);
    if (client === undefined) return null;
    if (type !== 'next') this.close(own);
    return `{"id":${JSON.stringify(client)},"type":"${type}"${text.slice(start.length)}`;
  }

  /** Why a socket closes, with the client's id where ours is named; short enough for a close frame. */
  reason(text: string): string {
    const own = /^Subscriber for (\d+) already exists$/.exec(text)?.[1];
    if (own === undefined) return text;
    const named = `Subscriber for ${this.clientId(own)} already exists`;
    return Buffer.byteLength(named) <= 123 ? named : 'Subscriber already exists';
  }

  private open(client: string): string {
    this.made += 1;
    const own = String(this.made);
    this.byClient.set(client, own);
    this.byOwn.set(own, client);
    return own;
  }

  private close(own: string): void {
    const client = this.byOwn.get(own);
    this.byOwn.delete(own);
    if (client !== undefined && this.byClient.get(client) === own) this.byClient.delete(client);
  }
}

function messageOf(text: string): { id: string; type: string } | null {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null) return null;
    const { id, type } = message as { id?: unknown; type?: unknown };
    return typeof id === 'string' && typeof type === 'string'
      ? (message as { id: string; type: string })
      : null;
  } catch {
    return null;
  }
}
