/** Something that changes, and those who wait until it is as they want it. */
export class Waiting {
  private readonly sleepers: (() => void)[] = [];

  /** To be called after every change. */
  wake(): void {
    for (const resolve of this.sleepers.splice(0)) resolve();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.sleepers.push(resolve));
  }
}
