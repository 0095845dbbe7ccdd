import { mkdirSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** Letters as an app without an SMTP server writes them into its folder. */
export class Mailbox {
  private readonly letters = new Map<string, Email>();
  private readonly taken = new Set<string>();

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** The text of the next letter to this address: the oldest that no call has answered with yet, as soon as it is there. */
  async letterTo(address: string): Promise<string> {
    return (await this.emailTo(address)).text!;
  }

  /** The same, with everything. */
  async emailTo(address: string): Promise<Email> {
    let wake = () => {};
    const watching = watch(this.folder, () => wake());
    try {
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const email = await this.takeOneTo(address);
        if (email) return email;
        await changed;
      }
    } finally {
      watching.close();
    }
  }

  /** How many letters went to this address so far, taken or not. */
  async countTo(address: string): Promise<number> {
    await this.read();
    return [...this.letters.values()].filter((email) => isTo(email, address)).length;
  }

  private async takeOneTo(address: string): Promise<Email | null> {
    await this.read();
    for (const [file, email] of [...this.letters].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (!isTo(email, address) || this.taken.has(file)) continue;
      this.taken.add(file);
      return email;
    }
    return null;
  }

  /** Each file once: its name is the id of its job, so names are in the order of writing. */
  private async read(): Promise<void> {
    for (const file of readdirSync(this.folder)) {
      if (!file.endsWith('.eml') || this.letters.has(file)) continue;
      this.letters.set(file, await PostalMime.parse(readFileSync(join(this.folder, file))));
    }
  }
}

function isTo({ to }: Email, address: string): boolean {
  return to?.some((one) => one.address?.toLowerCase() === address.toLowerCase()) ?? false;
}
