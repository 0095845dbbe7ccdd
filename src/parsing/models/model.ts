/** A language model at some provider. Adding a provider is one file that makes one of these. */
export interface Model {
  /** For the log: `openai gpt-5-mini`. */
  readonly name: string;
  /** Asks once. Throws ModelError, or whatever the signal was aborted with. */
  ask(question: ModelQuestion, signal: AbortSignal): Promise<ModelReply>;
}

export interface ModelQuestion {
  /** What to do, and with what. */
  readonly instructions: string;
  /** The guest's words: data. */
  readonly text: string;
  /** A JSON Schema that the answer has to fit. */
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface ModelReply {
  /** Null: it declined to answer. */
  readonly text: string | null;
  /** False: it was cut off before its end. */
  readonly complete: boolean;
  readonly tokensIn: number;
  readonly tokensOut: number;
}
