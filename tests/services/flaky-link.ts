import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and mended. */
export interface FlakyLink {
  /** The same URL, by this way. */
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function flakyLink(to: string): Promise<FlakyLink> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  const link = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  link.listen(0, '127.0.0.1');
  await once(link, 'listening');
  const { port } = link.address() as AddressInfo;
  const url = new URL(to);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.toString(),
    async cut() {
      const closed = once(link, 'close');
      link.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      link.listen(port, '127.0.0.1');
      await once(link, 'listening');
    },
  };
}
