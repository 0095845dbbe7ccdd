import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A message as the mail server took it. */
export interface Received {
  readonly from: string;
  /** The envelope's, which is where it goes whatever its headers say. */
  readonly to: readonly string[];
  readonly email: Email;
  readonly raw: string;
  /** Who had signed in to send it. */
  readonly user: string | null;
  readonly encrypted: boolean;
}

export interface SmtpOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Encrypted from the first byte on; otherwise by STARTTLS, if there is a certificate. */
  readonly secure?: boolean;
  readonly accounts?: Readonly<Record<string, string>>;
}

type Stage = 'recipient' | 'message';

/** A mail server that runs in the test, and takes what it is told to take. */
export class TestSmtp {
  /** Also what it has refused or not answered, once all of it was there. */
  readonly received: Received[] = [];
  /** What was tried to sign in with. */
  readonly passwords: string[] = [];
  port = 0;
  private server: SMTPServer | null = null;
  private readonly answers: { stage: Stage; address: string; code: number | 'never' }[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: SmtpOptions = {}) {}

  get url(): string {
    return `${this.options.secure ? 'smtps' : 'smtp'}://localhost:${this.port}`;
  }

  async start(): Promise<void> {
    const { tls, secure = false, accounts } = this.options;
    this.server = new SMTPServer({
      ...tls,
      secure,
      disabledCommands: [...(tls && !secure ? [] : ['STARTTLS']), ...(accounts ? [] : ['AUTH'])],
      authOptional: !accounts,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      closeTimeout: 1,
      onAuth: ({ username, password }, _, done) => {
        this.passwords.push(password ?? '');
        if (accounts?.[username ?? ''] === password) done(null, { user: username });
        else done(refusal(535));
      },
      onRcptTo: ({ address }, _, done) => this.answer('recipient', [address], done),
      onData: async (stream, { envelope, user, secure: encrypted }, done) => {
        const raw = Buffer.concat(await stream.toArray());
        const to = envelope.rcptTo.map(({ address }) => address);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const email = await PostalMime.parse(raw);
        this.received.push({ from, to, email, raw: String(raw), user: (user as string) ?? null, encrypted });
        this.answer('message', to, done);
        for (const wake of this.waiting.splice(0)) wake();
      },
    });
    // A client that is killed resets its connection.
    this.server.on('error', () => {});
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** Answers this address with these codes, one a time, before it takes what is for it; `never` leaves the client waiting. */
  refuse(stage: Stage, address: string, ...codes: (number | 'never')[]): void {
    for (const code of codes) this.answers.push({ stage, address, code });
  }

  /** The messages to an address, as soon as there are so many. */
  async to(address: string, count = 1): Promise<Received[]> {
    for (;;) {
      const found = this.received.filter(({ to }) => to.includes(address));
      if (found.length >= count) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private answer(stage: Stage, to: readonly string[], done: (error?: Error) => void): void {
    const asked = this.answers.find((one) => one.stage === stage && to.includes(one.address));
    if (!asked) {
      done();
      return;
    }
    this.answers.splice(this.answers.indexOf(asked), 1);
    if (asked.code !== 'never') done(refusal(asked.code));
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('Not this one'), { responseCode });
}
