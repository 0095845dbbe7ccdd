import { Waiting } from './waiting.ts';

/** Counts what a bell lets it hear. */
export class Ears {
  count = 0;
  private readonly waiting = new Waiting();

  readonly hear = (): void => {
    this.count += 1;
    this.waiting.wake();
  };

  async heard(times = 1): Promise<void> {
    await this.waiting.until(() => this.count >= times);
  }
}
