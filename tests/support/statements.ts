/** Counts the SQL statements an app sends; BEGIN and COMMIT are not among them. */
export class Statements {
  readonly texts: string[] = [];

  readonly note = (text: string): void => {
    this.texts.push(text);
  };

  /** What runs during `work`, with its answer. */
  async during<T>(work: () => Promise<T>): Promise<{ answer: T; texts: string[] }> {
    const before = this.texts.length;
    const answer = await work();
    return { answer, texts: this.texts.slice(before) };
  }
}
