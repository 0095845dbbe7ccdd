import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stopping } from './stopping.ts';

export interface Start {
  readonly file: string;
  readonly arguments?: readonly string[];
  /** The process's whole environment, and where it runs: no .env of a developer's reaches it. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Resolves true when this line means that it has started. */
  started(line: string): Promise<boolean>;
}

/** Milliseconds from spawning node until it has started. It has ended, in its own way, when this resolves. */
export async function timedStart({ file, folder, started, ...rest }: Start): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, [file, ...(rest.arguments ?? [])], {
    cwd: folder,
    env: { ...rest.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    signal: stopping,
  });
  // An abort of `stopping` comes as an error too; the exit that follows says enough.
  child.on('error', () => {});
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let took: number | null = null;
  for await (const line of createInterface(child.stdout)) {
    if (took === null && (await started(line))) {
      took = performance.now() - begin;
      child.kill('SIGTERM');
    }
  }
  await gone;
  if (took === null) throw new Error(`${file} ended before it had started.`);
  return took;
}
