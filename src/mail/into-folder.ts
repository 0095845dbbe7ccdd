import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Carrier } from './mailer.ts';

/** Writes letters as files that mail programs open. Nobody but this user reads them: they let people in. */
export function intoFolder(folder: string, info: (message: string) => void): Carrier {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return async (id, message) => {
    const { message: bytes } = await transport.sendMail(message);
    const file = join(folder, `${id}.eml`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Whoever watches the folder sees whole letters only.
    await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
    info(`A letter was written to ${file}`);
  };
}
