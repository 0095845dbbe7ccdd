import { domainToASCII } from 'node:url';
import type { SendMailOptions } from 'nodemailer';
import { bySmtp } from './by-smtp.ts';
import { intoFolder } from './into-folder.ts';
import type { Letter } from './post.ts';

export interface MailerOptions {
  /** smtp:// or smtps://; null: letters are written into the folder instead. */
  readonly smtpUrl: string | null;
  readonly folder: string;
  readonly from: MailAddress;
  info(message: string): void;
}

export interface MailAddress {
  /** May be empty. */
  readonly name: string;
  readonly address: string;
}

/** Takes a message to where it goes. Throws JobFailure, whose code quotes nothing of the message. */
export type Carrier = (id: string, message: SendMailOptions, signal: AbortSignal) => Promise<void>;

export interface Mailer {
  /** The same id is the same Message-ID: a letter that goes twice is recognisable. */
  send(id: string, letter: Letter, signal: AbortSignal): Promise<void>;
}

/** Nothing of a letter, and no address, reaches the log. */
export function openMailer({ smtpUrl, folder, from, info }: MailerOptions): Mailer {
  const host = domainToASCII(from.address.slice(from.address.lastIndexOf('@') + 1));
  const carry = smtpUrl ? bySmtp(smtpUrl, host) : intoFolder(folder, info);
  return {
    send: (id, { to, subject, text }, signal) =>
      carry(
        id,
        {
          from,
          // As an object it is one address, whatever is in it.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${host}>`,
          // So that nobody's holiday answers it.
          headers: { 'auto-submitted': 'auto-generated' },
        },
        signal,
      ),
  };
}
