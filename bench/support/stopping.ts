const stop = new AbortController();

/** Aborted by an interrupt: whatever a bench has started ends, so the bench fails, and clears away what it made. */
export const stopping = stop.signal;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
