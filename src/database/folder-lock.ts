import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's code for a lock that another process holds. */
const busy = 5;

/**
 * Takes the folder for this process until `release` or the process's end, kill -9 included.
 * SQLite's exclusive lock is the operating system's lock that Node can reach on every platform;
 * without one, two PGlites on a folder lose acknowledged rows without an error.
 */
export function lockFolder(folder: string, holder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new Error(
      `${folder} is in use by ${heldBy(folder)}; stop it first, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(join(folder, 'holder'), `${holder} (process ${process.pid})`);
  return { release: () => lock.close() };
}

function heldBy(folder: string): string {
  try {
    return readFileSync(join(folder, 'holder'), 'utf8');
  } catch {
    return 'another process';
  }
}
