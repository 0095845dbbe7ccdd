import { createTransport, type NodemailerError } from 'nodemailer';
import { JobFailure } from '../jobs/job-failure.ts';
import type { Carrier } from './mailer.ts';

const secondMs = 1_000;

/** A connection for each message. `name` is what it calls itself. A password goes over encrypted connections only. */
export function bySmtp(url: string, name: string): Carrier {
  const { protocol, hostname, port, username, password } = new URL(url);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port ? { port: Number(port) } : {}),
    secure: protocol === 'smtps:',
    ...(username
      ? { requireTLS: true, auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}),
    name,
    connectionTimeout: 10 * secondMs,
    greetingTimeout: 20 * secondMs,
    socketTimeout: 60 * secondMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (_, message, signal) => {
    try {
      await transport.sendMail({ ...message, signal });
    } catch (error) {
      throw failureOf(error as NodemailerError);
    }
  };
}

/**
 * Only what the server says of this recipient or this message is for good. That it does not take the password or the sender
 * is for somebody to mend, and the letter waits for it.
 */
function failureOf({ code, originalCode, responseCode, command, permanent }: NodemailerError): JobFailure {
  const words = [code, originalCode, responseCode].filter((word) => word !== undefined);
  const ofThisLetter = command === 'RCPT TO' || command === 'DATA';
  return new JobFailure(words.join(' '), permanent === true && ofThisLetter);
}
