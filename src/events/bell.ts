/**
 * Says "something is new in this stream", and nothing more: what is new stands in the event rows.
 * Rings may be lost, may come twice and may come late; whoever listens reads the rows after the number it has.
 */
export interface Bell {
  /** Never throws and never waits: a ring that could not be sent is the timer's business. */
  ring(stream: string): void;
  /**
   * Resolves once rings from then on are heard, or when it is clear that none can be for now; then `hear` is called
   * when they can. `hear` must not throw; it is also called when rings may have been missed.
   */
  listen(stream: string, hear: () => void): Promise<() => void>;
  /** Whether rings get through to other processes now. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}
