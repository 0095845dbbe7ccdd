const patienceMs = 50_000;

/** Asks again and again until the answer is yes, letting everything else run in between. Gives up before the test does. */
export async function askingUntil(holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never came true.');
    await new Promise(setImmediate);
  }
}
