/** Runs a command: an error is one sentence on standard error and exit code 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(sentence(error as Error & { code?: string }));
    process.exitCode = 1;
  }
}

/** Messages that the system words for programmers; a host that answers on none of its addresses has none at all. */
function sentence({ message, code, port }: Error & { code?: string; port?: number }): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what listens there, or set PORT.`;
  if (code && unreachable.has(code))
    return `PostgreSQL cannot be reached (${message || code}): see DATABASE_URL.`;
  return message || code || 'Something went wrong.';
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENOTFOUND', 'ETIMEDOUT']);
