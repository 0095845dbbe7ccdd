import { randomUUIDv7 } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { JobFailure } from '../../src/jobs/job-failure.ts';
import { type MailAddress, type Mailer, openMailer } from '../../src/mail/mailer.ts';
import { selfSigned } from '../support/certificate.ts';
import { TestSmtp } from '../support/smtp.ts';

const tls = selfSigned();
const accounts = { comanda: 'a pass:word/of @ours' };
const login = `comanda:${encodeURIComponent(accounts.comanda)}`;
const trusted = getCACertificates();
const letter = { to: 'anna@example.com', subject: 'Hello', text: 'Come in.' };

let smtp: TestSmtp;

beforeAll(() => setDefaultCACertificates([...trusted, tls.cert]));

afterAll(() => setDefaultCACertificates(trusted));

afterEach(() => smtp.stop());

function mailer(
  url: string,
  from: MailAddress = { name: 'Comanda', address: 'orders@comanda.test' },
): Mailer {
  return openMailer({ smtpUrl: url, folder: '', from, info: () => {} });
}

async function sent(to: Mailer, what = letter): Promise<void> {
  await to.send(randomUUIDv7(), what, AbortSignal.timeout(30_000));
}

async function started(server: TestSmtp): Promise<TestSmtp> {
  smtp = server;
  await smtp.start();
  return smtp;
}

describe('a password', () => {
  test.each([
    ['encrypted from the start', true],
    ['encrypted by STARTTLS', false],
  ])('goes to a server that is %s', async (_, secure) => {
    await started(new TestSmtp({ tls, secure, accounts }));
    await sent(mailer(smtp.url.replace('//', `//${login}@`)));
    expect(smtp.received).toMatchObject([{ user: 'comanda', encrypted: true, to: ['anna@example.com'] }]);
  });

  test('goes to no server that does not encrypt', async () => {
    await started(new TestSmtp({ accounts }));
    await expect(sent(mailer(smtp.url.replace('//', `//${login}@`)))).rejects.toThrow(JobFailure);
    expect(smtp.passwords).toEqual([]);
  });

  test('goes to no server whose certificate nobody has signed', async () => {
    await started(new TestSmtp({ tls: selfSigned(), secure: true, accounts }));
    await expect(sent(mailer(smtp.url.replace('//', `//${login}@`)))).rejects.toThrow(JobFailure);
    expect(smtp.passwords).toEqual([]);
  });

  test('that is wrong is for somebody to mend: the letter waits', async () => {
    await started(new TestSmtp({ tls, secure: true, accounts }));
    const wrong = sent(mailer(smtp.url.replace('//', '//comanda:wrong@')));
    await expect(wrong).rejects.toMatchObject({ permanent: false, code: expect.stringContaining('535') });
  });
});

describe('a refusal', () => {
  test.each([
    ['of the recipient for now', 'recipient', 451, false],
    ['of the recipient for good', 'recipient', 550, true],
    ['of the message for now', 'message', 452, false],
    ['of the message for good', 'message', 554, true],
  ] as const)('%s says so, without the address', async (_, stage, code, permanent) => {
    await started(new TestSmtp());
    smtp.refuse(stage, letter.to, code);
    const failure = await sent(mailer(smtp.url)).catch((error: JobFailure) => error);
    expect(failure).toBeInstanceOf(JobFailure);
    expect(failure).toMatchObject({ permanent, code: expect.stringContaining(`${code}`) });
    expect(JSON.stringify([failure, String(failure)])).not.toContain('anna');
  });
});

describe('a letter', () => {
  test('has one Message-ID however often it goes, and another than other letters', async () => {
    await started(new TestSmtp());
    const id = randomUUIDv7();
    const post = mailer(smtp.url);
    for (const one of [id, id, randomUUIDv7()]) await post.send(one, letter, AbortSignal.timeout(30_000));
    const [first, again, other] = smtp.received.map(({ email }) => email.messageId);
    expect(first).toBe(`<${id}@comanda.test>`);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('is answered by no holiday, and comes from whom the settings say', async () => {
    await started(new TestSmtp());
    await sent(mailer(smtp.url, { name: 'Trattoria, "da Enzo"', address: 'enzo@comanda.test' }));
    const [{ email, from }] = smtp.received as [(typeof smtp.received)[number]];
    expect(from).toBe('enzo@comanda.test');
    expect(email.from).toEqual({ name: 'Trattoria, "da Enzo"', address: 'enzo@comanda.test' });
    expect(email.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  const mallory = 'mallory@example.org';
  test.each([
    ['a subject', { ...letter, subject: `Hello\r\nBcc: ${mallory}\r\n\r\nBuy this` }],
    [
      'a text',
      { ...letter, text: `Hello\r\n.\r\nMAIL FROM:<${mallory}>\r\nRCPT TO:<${mallory}>\r\nDATA\r\n` },
    ],
    ['an address with a header', { ...letter, to: `anna@example.com\r\nBcc: ${mallory}` }],
    ['an address with a command', { ...letter, to: `anna@example.com>\r\nRCPT TO:<${mallory}` }],
    ['an address with another', { ...letter, to: `anna@example.com, ${mallory}` }],
    ['an address in brackets', { ...letter, to: `Anna <anna@example.com>, Mallory <${mallory}>` }],
  ])('goes to nobody else and says nothing else, whatever %s holds', async (_, what) => {
    await started(new TestSmtp());
    await sent(mailer(smtp.url), what).catch((error) => expect(error).toBeInstanceOf(JobFailure));
    expect(smtp.received.length).toBeLessThanOrEqual(1);
    for (const { to, email } of smtp.received) {
      expect(to).not.toContain(mallory);
      expect(email.bcc ?? []).toEqual([]);
      expect(email.headers.map(({ key }) => key).sort()).toEqual(headers);
    }
  });

  const headers = [
    'auto-submitted',
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ];
});
