import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/** A program of the build, started as its users start it, in a folder of its own. */
export class Spawned {
  private said = '';
  private readonly waiting: (() => void)[] = [];
  private readonly child: ChildProcess;
  /** How it ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private alive = true;

  constructor(program: Program, folder: string, env: Environment = {}, words: readonly string[] = []) {
    this.child = spawn(process.execPath, [join(build, program), ...words], {
      cwd: folder,
      // Nothing is inherited, or the tests' own settings would be the program's.
      env: { PATH: process.env['PATH'], PORT: '0', ...env },
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
        this.wake();
      });
    }
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      this.alive = false;
      this.wake();
      return (code ?? signal) as number | NodeJS.Signals;
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Everything it has written, to either stream. */
  get output(): string {
    return this.said;
  }

  /** Where it listens, as soon as it says so. */
  async url(): Promise<string> {
    const [, url] = await this.says(/(http:\/\/127\.0\.0\.1:\d+)/);
    return url!;
  }

  async says(pattern: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const match = this.said.match(pattern);
      if (match) return match;
      if (!this.alive) throw new Error(`It ended without saying ${pattern}:\n${this.said}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** All that it will ever read from standard input. */
  types(text: string): void {
    this.child.stdin!.end(text);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it whatever it does, so that a failed test leaves nothing behind. */
  async end(): Promise<void> {
    if (this.alive) this.child.kill('SIGKILL');
    await this.ended;
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

export type Program =
  | 'main.js'
  | 'commands/admin-create.js'
  | 'commands/migrate.js'
  | 'commands/seed.js'
  | 'commands/first-order.js';

export type Environment = Readonly<Record<string, string>>;

const build = join(import.meta.dirname, '../../dist/src');

/** An empty folder to start programs in; it is removed with the others when all tests have run. */
export function emptyFolder(): string {
  return mkdtempSync(join(process.env['TEST_FOLDER']!, 'process-'));
}

/** A folder with a migrated database: that a program makes one takes seconds, and is for other tests to see. */
export function migratedFolder(): string {
  const folder = emptyFolder();
  const image = process.env['TEST_IMAGE'];
  if (image) cpSync(image, join(folder, '.data/database'), { recursive: true });
  return folder;
}
