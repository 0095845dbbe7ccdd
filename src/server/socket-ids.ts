/**
 * Gives every operation of a socket an id of its own. Clients may use an id again as soon as they have completed it,
 * while graphql-ws still winds the old operation up under the same one; so inside, ids never repeat.
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
  incoming(text: string): string {
    const message = messageOf(text);
    if (!message) return text;
    if (message.type === 'subscribe')
      return JSON.stringify({ ...message, id: this.byClient.get(message.id) ?? this.open(message.id) });
    const own = this.byClient.get(message.id);
    if (!own) return text;
    if (message.type === 'complete') this.close(own);
    return JSON.stringify({ ...message, id: own });
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
