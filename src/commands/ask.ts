import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Asks whoever sits at the terminal. */
export const ask = {
  /** Throws where nobody sits there. */
  async line(question: string): Promise<string> {
    if (!process.stdin.isTTY) throw new Error('Name it: npm run admin:create -- somebody@example.com');
    return (await atTerminal(process.stderr, (terminal) => terminal.question(question))).trim();
  },

  /** Unseen, and twice because of that; where nobody sits at a terminal, all of standard input. */
  async secret(question: string): Promise<string> {
    if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
    return atTerminal(nowhere(), async (terminal) => {
      const answer = await unseen(terminal, question);
      if ((await unseen(terminal, 'Once more: ')) === answer) return answer;
      throw new Error('Those were two different passwords.');
    });
  },
};

/** The terminal echoes nothing itself while an interface is open; what the interface echoes goes to its output. */
async function atTerminal<T>(output: Writable, work: (terminal: Interface) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  const left = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new Error('Nothing has been done.')));
    terminal.once('SIGINT', () => terminal.close());
  });
  try {
    return await Promise.race([work(terminal), left]);
  } finally {
    left.catch(() => {});
    terminal.close();
  }
}

async function unseen(terminal: Interface, question: string): Promise<string> {
  process.stderr.write(question);
  const answer = await terminal.question('');
  process.stderr.write('\n');
  return answer;
}

function nowhere(): Writable {
  return new Writable({ write: (_, __, done) => done() });
}
