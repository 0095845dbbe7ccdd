/** Whatever hangs must not keep the process past the ten seconds it is given. */
const patienceMs = 9_500;

/** On SIGTERM or SIGINT: closes everything and ends with 0; a second signal changes nothing. */
export function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
