export interface Question {
  readonly id: number;
  readonly name: string;
  readonly input?: unknown;
}

export interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** The child's side: answers what its bench asks, its own CPU time among it, and ends with it. */
export function answerParent(handlers: Readonly<Record<string, (input: never) => unknown>>): void {
  const all: typeof handlers = { cpu: cpuMs, ...handlers };
  process.on('message', async ({ id, name, input }: Question) => {
    process.send!(await answerTo(id, () => all[name]!(input as never)));
  });
  process.once('disconnect', () => process.exit());
}

async function answerTo(id: number, answer: () => unknown): Promise<Answer> {
  try {
    return { id, answer: await answer() };
  } catch (error) {
    return { id, error: String((error as Error).stack) };
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
