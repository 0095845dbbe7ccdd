/** The queries and mutations of a socket that have not been answered yet. */
export class Unanswered {
  private readonly ids = new Set<string>();
  private readonly waiting: (() => void)[] = [];

  begin(id: string): void {
    this.ids.add(id);
  }

  end(id: string): void {
    this.ids.delete(id);
    if (this.ids.size === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Resolves when there is none. */
  async none(): Promise<void> {
    if (this.ids.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
