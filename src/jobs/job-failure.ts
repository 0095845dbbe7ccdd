/** How a handler says why it failed: by a code that is good for a log. Whatever else it throws is known by its `code` or class alone. */
export class JobFailure extends Error {
  constructor(
    readonly code: string,
    /** Trying again would fail again. */
    readonly permanent = false,
  ) {
    super(code);
  }
}
