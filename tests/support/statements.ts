/** Counts the SQL statements an app sends; BEGIN and COMMIT are not among them. */
export class Statements {
  readonly texts: string[] = [];

  readonly note = (text: string): void => {
    this.texts.push(text);
  };

  /** What runs during `work`, with its answer. The worker's own statements are nobody's: they come when its timer or a bell says so. */
  async during<T>(work: () => Promise<T>): Promise<{ answer: T; texts: string[] }> {
    const before = this.texts.length;
    const answer = await work();
    return { answer, texts: this.texts.slice(before).filter((text) => !ofWorker.test(text)) };
  }
}

const ofWorker = /^\s*(update|delete from) job\b/;
