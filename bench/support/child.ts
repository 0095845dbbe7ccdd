import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Question } from './answer-parent.ts';
import { stopping } from './stopping.ts';

/** A server in a process of its own, so that its CPU time is nobody else's. Ends with the scope that started it. */
export class Child {
  private asked = 0;
  private readonly ended = Promise.withResolvers<never>();
  private readonly waiting = new Map<number, PromiseWithResolvers<unknown>>();

  private constructor(private readonly process: ChildProcess) {
    this.ended.promise.catch(() => {});
    // An abort of `stopping` comes as an error too; the exit that follows says enough.
    process.on('error', () => {});
    process.on('message', ({ id, answer, error }: Answer) => {
      const asking = this.waiting.get(id);
      if (error === undefined) asking?.resolve(answer);
      else asking?.reject(new Error(error));
      this.waiting.delete(id);
    });
    process.once('exit', () =>
      this.ended.reject(new Error(`The server of ${process.spawnargs[1]} has ended.`)),
    );
  }

  /** Starts bench/<name>.ts and asks it to `open`; its answer is where it listens. */
  static async start(name: string, settings: unknown): Promise<Child & { url: string }> {
    const file = join(import.meta.dirname, `../${name}.js`);
    const started = fork(file, {
      env: { NODE_ENV: 'production' },
      execArgv: profiling(name),
      signal: stopping,
    });
    const child = new Child(started);
    try {
      return Object.assign(child, { url: await child.ask<string>('open', settings) });
    } catch (error) {
      await child[Symbol.asyncDispose]();
      throw error;
    }
  }

  ask<T>(name: string, input?: unknown): Promise<T> {
    const asking = Promise.withResolvers<unknown>();
    this.asked += 1;
    this.waiting.set(this.asked, asking);
    this.process.send({ id: this.asked, name, input } satisfies Question);
    return Promise.race([asking.promise as Promise<T>, this.ended.promise]);
  }

  /** Milliseconds of CPU, user and system, that the server spent while `work` ran. Rejects when it ends meanwhile. */
  async cpuDuring(work: () => Promise<void>): Promise<number> {
    const before = await this.ask<number>('cpu');
    await Promise.race([work(), this.ended.promise]);
    return (await this.ask<number>('cpu')) - before;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.connected) this.process.disconnect();
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(patience);
  }
}

/** With BENCH_PROFILE=folder every server leaves a CPU profile there. */
function profiling(name: string): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}.cpuprofile`] : [];
}
