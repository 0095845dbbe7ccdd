/** Why no answer came, in words for the log: never what the guest said, the key, or what the other side said of either. */
export class ModelError extends Error {
  constructor(
    message: string,
    /** Whether asking again may help, and after how many milliseconds if the other side said so. */
    readonly passing: boolean,
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
