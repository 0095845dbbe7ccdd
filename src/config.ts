// Longer than 200 lines because every setting is declared once, here, with everything that is known of it.
import { join } from 'node:path';
import type { MailAddress } from './mail/mailer.ts';
import type { OpenaiOptions } from './parsing/models/openai-model.ts';
import type { Limits } from './throttle/throttle.ts';

/** A setting: how its text becomes a value, its default, and one sentence about it. */
interface Setting<T> {
  readonly about: string;
  /** Null: there is none, and the setting is optional. */
  readonly fallback: string | null;
  /** Throws what is wrong with the text. */
  read(text: string): T;
}

function setting<T>(fallback: string | null, about: string, read: (text: string) => T): Setting<T> {
  return { fallback, about, read };
}

/** Every setting there is. The README's table and .env.example are printed from this. */
export const settings = {
  NODE_ENV: setting(
    'development',
    'production switches off what is for development: demo data, migration at start, the explorer, default secrets.',
    oneOf('development', 'test', 'production'),
  ),
  PORT: setting('5005', 'The port of HTTP and WebSocket.', wholeNumber(0, 65_535)),
  HOST: setting('127.0.0.1', 'The address listened on; 0.0.0.0 in a container.', String),
  PUBLIC_URL: setting(
    null,
    'Where guests reach this server: links and QR codes begin with it. Default: http://localhost:PORT.',
    webUrl,
  ),
  DATABASE_URL: setting(
    null,
    'postgres://user:password@host:port/database. Without it and POSTGRES_HOST the embedded database in DATA_DIR is used.',
    urlOf('postgres:', 'postgresql:'),
  ),
  POSTGRES_HOST: setting(null, 'Instead of DATABASE_URL, with the next four.', String),
  POSTGRES_PORT: setting('5432', 'See POSTGRES_HOST.', wholeNumber(1, 65_535)),
  POSTGRES_DB: setting('comanda', 'See POSTGRES_HOST.', String),
  POSTGRES_USER: setting('comanda', 'See POSTGRES_HOST.', String),
  POSTGRES_PASSWORD: setting(null, 'See POSTGRES_HOST.', String),
  DATABASE_POOL: setting('10', 'Connections to PostgreSQL per process.', wholeNumber(2, 200)),
  REDIS_URL: setting(
    null,
    'redis://host:port/0: the bell between processes. Without it a process hears only itself.',
    urlOf('redis:', 'rediss:'),
  ),
  REDIS_PREFIX: setting('comanda:', 'Keeps deployments on one Redis apart.', String),
  SINGLE_PROCESS: setting(
    'false',
    'Says that no other process serves this database, so that production does without Redis.',
    yesOrNo,
  ),
  DATA_DIR: setting(
    '.data',
    'The folder of the embedded database, the demo sign-ins and development secrets.',
    String,
  ),
  JWT_SECRET: setting(
    null,
    'Signs tokens; 32 characters or more. Made and kept in DATA_DIR in development; wanted in production.',
    secret,
  ),
  JWT_OLD_SECRETS: setting(
    '',
    'Other secrets, separated by commas: what they signed and sealed is good too, and a start seals it anew with JWT_SECRET. How one comes and goes: A new secret, in the README.',
    secrets,
  ),
  SMTP_URL: setting(
    null,
    'smtps://user:password@host:465 or smtp://user:password@host:587: the server that mail goes out by. A password is only sent encrypted.',
    smtpUrl,
  ),
  MAIL_FROM: setting(
    null,
    'Whom mail comes from: orders@example.com or Trattoria <orders@example.com>. Wanted with SMTP_URL.',
    mailAddress,
  ),
  MAIL_DIR: setting(
    null,
    'Where mail is written as .eml files without SMTP_URL. Default: the folder mail in DATA_DIR.',
    String,
  ),
  API_DOCS_ENABLED: setting(
    null,
    'The explorer and introspection. Default: true, in production false.',
    yesOrNo,
  ),
  TRUST_PROXY: setting(
    '0',
    'How many proxies of your own stand before this server: so many addresses at the end of X-Forwarded-For are believed.',
    wholeNumber(0, 10),
  ),
  CORS_ORIGINS: setting(
    '',
    'Origins of pages that may call the API, separated by commas; * for all. Pages of the same host always may.',
    list,
  ),
  BODY_LIMIT_KB: setting(
    '256',
    'The longest request body and socket message, in KiB.',
    wholeNumber(16, 10_240),
  ),
  MENU_LIMIT_KB: setting(
    '4096',
    'The longest request body at /graphql/import, in KiB: menus as documents, of people signed in and keys.',
    wholeNumber(16, 65_536),
  ),
  VISIT_IDLE_MINUTES: setting(
    '240',
    "A guest's visit ends after so many minutes without use.",
    wholeNumber(1, 10_080),
  ),
  PASSWORD_QUEUE: setting(
    '50',
    'Passwords are checked two at a time: so many more wait, half of them from one network, each some 0.1 s; the rest get RATE_LIMITED.',
    wholeNumber(1, 10_000),
  ),
  REQUIRE_SECOND_FACTOR: setting(
    'false',
    'Whether owners of every restaurant and admins of the platform act only with a second factor.',
    yesOrNo,
  ),
  LIMIT_SIGN_IN: setting(
    '5',
    'So many wrong passwords or codes an hour for an account are free, from one network or from one device that has signed in to it; then each waits twice as long as the one before, as with the rest but the codes of a day.',
    limit,
  ),
  LIMIT_SIGN_IN_OF_ACCOUNT: setting(
    '20',
    'Wrong passwords for an account from all devices that have not signed in to it.',
    limit,
  ),
  LIMIT_SIGN_IN_OF_NETWORK: setting(
    '100',
    'Wrong passwords from one network, by such devices, for whatever accounts.',
    limit,
  ),
  LIMIT_CODES_OF_DAY: setting(
    '10',
    'Wrong codes of a second factor a day, from the devices that have signed in to the account, and from all others; then none until the day is over, but recovery codes.',
    limit,
  ),
  LIMIT_REGISTER: setting('20', 'Registrations, resets and the like from one network.', limit),
  LIMIT_LETTER: setting('5', 'Letters that people who are not signed in have sent to one address.', limit),
  LIMIT_INVITE: setting('50', 'Invitations that one person sends, or sends again.', limit),
  LIMIT_INVITED_OF_DAY: setting('10', 'Invitations to one address in a day, of whatever restaurants.', limit),
  LIMIT_CREATE_RESTAURANT: setting('20', 'Restaurants that one person opens.', limit),
  LIMIT_START_VISIT: setting(
    '1000',
    'From one network: visits begun at one table, and dead codes tried.',
    limit,
  ),
  LIMIT_JOIN_CART: setting('20', 'Wrong codes for a shared cart: of one guest, and at one table.', limit),
  LIMIT_TRACK_ORDER: setting('100', 'Codes of no order, tried from one network.', limit),
  LIMIT_PARSE: setting('100', 'Orders in their own words of one guest, person or key.', limit),
  LIMIT_PARSE_OF_TABLE: setting('400', 'Orders in their own words of everybody at one table.', limit),
  LIMIT_PARSE_OF_RESTAURANT: setting('4000', 'Orders in their own words at one restaurant.', limit),
  LIMIT_TOKEN: setting(
    '3000',
    'Tokens that fail, shown from one network: to refresh a session, to be verified, to accept an invitation. Good ones are never refused.',
    limit,
  ),
  LIMIT_EXPORT: setting('100', 'Parts of the document about themselves that one person reads.', limit),
  LIMIT_REFUSAL: setting(
    '50',
    'Refused mutations of one person or key that the audit keeps where they have no part in what they ask for; the rest are only logged.',
    limit,
  ),
  MENU_CACHE: setting(
    '500',
    'Menus kept in memory; the one read longest ago goes first.',
    wholeNumber(1, 100_000),
  ),
  PAGE_SIZE: setting(
    '20',
    'How many a list shows when a client does not say; it may ask for up to 100.',
    wholeNumber(1, 100),
  ),
  POLL_MS: setting(
    '2000',
    'How often streams are asked for news when no bell rang, in milliseconds.',
    wholeNumber(50, 600_000),
  ),
  EVENT_DAYS: setting(
    '30',
    'How long events are kept: a screen that was away longer starts over from a snapshot.',
    wholeNumber(30, 3_650),
  ),
  CART_HOURS: setting('24', 'A cart that nobody has touched for so long is removed.', wholeNumber(1, 8_760)),
  ORDER_PERSONAL_DAYS: setting(
    '90',
    'How long an order that is over keeps name, phone, address, notes and reasons in words; what was ordered, and for how much, stays.',
    wholeNumber(1, 3_650),
  ),
  BACKLOG_KB: setting(
    '1024',
    'A screen with more than this unsent starts over from a snapshot, in KiB.',
    wholeNumber(16, 102_400),
  ),
  COMANDA_URL: setting(
    null,
    'Where `npm run first-order` finds the server. Default: http://localhost:PORT.',
    webUrl,
  ),
  OPENAI_MODEL: setting(
    null,
    'The language model that restaurants may let read orders in their own words: gpt-5-mini. Without it none is asked. See Orders in their own words, in the README.',
    String,
  ),
  OPENAI_API_KEY: setting(null, 'The key for it. A server of your own may want none.', String),
  OPENAI_BASE_URL: setting(
    'https://api.openai.com/v1',
    "Where it is asked: any server that speaks OpenAI's chat completions.",
    webUrl,
  ),
  OPENAI_TIMEOUT_MS: setting(
    '8000',
    'How long a guest waits for it at most, with up to two more attempts, in milliseconds; then the order is read without it.',
    wholeNumber(100, 60_000),
  ),
  OPENAI_STREAM: setting(
    'false',
    'Whether its answer comes in pieces, where something on the way cuts connections that are silent for long.',
    yesOrNo,
  ),
} as const;

type Values = { readonly [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['read']> | null };

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Null: embedded. */
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly redisUrl: string | null;
  readonly redisPrefix: string;
  readonly dataDir: string;
  /** Null: made in the data folder. Never null in production. */
  readonly jwtSecret: string | null;
  readonly jwtOldSecrets: readonly string[];
  /** Null: mail is written into mailDir. */
  readonly smtpUrl: string | null;
  readonly mailFrom: MailAddress;
  readonly mailDir: string;
  readonly apiDocs: boolean;
  /** How many addresses at the end of X-Forwarded-For are believed. */
  readonly trustProxy: number;
  readonly corsOrigins: readonly string[];
  readonly bodyLimitBytes: number;
  readonly menuLimitBytes: number;
  readonly visitIdleMinutes: number;
  readonly passwordQueue: number;
  readonly requireSecondFactor: boolean;
  /** How many of each are free in an hour. */
  readonly limits: Limits;
  readonly menuCache: number;
  /** Of a list that says nothing of it. */
  readonly pageSize: number;
  readonly pollMs: number;
  readonly backlogBytes: number;
  readonly eventDays: number;
  readonly cartHours: number;
  readonly orderPersonalDays: number;
  /** Null: none is asked. */
  readonly model: OpenaiOptions | null;
  readonly modelTimeoutMs: number;
  /** How often what is old is deleted; not for the environment to say. */
  readonly sweepMs: number;
  /** How long a job that failed waits for its second attempt; nor this. */
  readonly retryMs: number;
  /** Where commands that speak to a running server find it. */
  readonly comandaUrl: string;
}

/** Every fault of the environment, in one message. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** The environment as one frozen value. Throws ConfigError with everything that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const values = Object.fromEntries(
    Object.entries(settings).map(([name, one]) => [name, readSetting(name, one, environment[name], faults)]),
  ) as Values;
  const production = values.NODE_ENV === 'production';
  const databaseUrl = values.DATABASE_URL ?? urlFromParts(values);
  if (values.SMTP_URL && !values.MAIL_FROM) faults.push('MAIL_FROM is wanted with SMTP_URL.');
  if (
    values.OPENAI_MODEL &&
    !values.OPENAI_API_KEY &&
    values.OPENAI_BASE_URL === settings.OPENAI_BASE_URL.fallback
  )
    faults.push('OPENAI_API_KEY is wanted with OPENAI_MODEL, or another OPENAI_BASE_URL.');
  if (production) faults.push(...productionFaults(values, databaseUrl));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze({
    production,
    port: values.PORT!,
    host: values.HOST!,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    databaseUrl,
    databasePool: values.DATABASE_POOL!,
    redisUrl: values.REDIS_URL,
    redisPrefix: values.REDIS_PREFIX!,
    dataDir: values.DATA_DIR!,
    jwtSecret: values.JWT_SECRET,
    jwtOldSecrets: Object.freeze(values.JWT_OLD_SECRETS!),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? { name: 'Comanda', address: 'comanda@localhost' },
    mailDir: values.MAIL_DIR ?? join(values.DATA_DIR!, 'mail'),
    apiDocs: values.API_DOCS_ENABLED ?? !production,
    trustProxy: values.TRUST_PROXY!,
    corsOrigins: Object.freeze(values.CORS_ORIGINS!),
    bodyLimitBytes: values.BODY_LIMIT_KB! * 1024,
    menuLimitBytes: values.MENU_LIMIT_KB! * 1024,
    visitIdleMinutes: values.VISIT_IDLE_MINUTES!,
    passwordQueue: values.PASSWORD_QUEUE!,
    requireSecondFactor: values.REQUIRE_SECOND_FACTOR!,
    limits: Object.freeze({
      signIn: values.LIMIT_SIGN_IN!,
      signInOfAccount: values.LIMIT_SIGN_IN_OF_ACCOUNT!,
      signInOfNetwork: values.LIMIT_SIGN_IN_OF_NETWORK!,
      codesOfDay: values.LIMIT_CODES_OF_DAY!,
      register: values.LIMIT_REGISTER!,
      letter: values.LIMIT_LETTER!,
      invite: values.LIMIT_INVITE!,
      invitedOfDay: values.LIMIT_INVITED_OF_DAY!,
      createRestaurant: values.LIMIT_CREATE_RESTAURANT!,
      startVisit: values.LIMIT_START_VISIT!,
      joinCart: values.LIMIT_JOIN_CART!,
      trackOrder: values.LIMIT_TRACK_ORDER!,
      parse: values.LIMIT_PARSE!,
      parseOfTable: values.LIMIT_PARSE_OF_TABLE!,
      parseOfRestaurant: values.LIMIT_PARSE_OF_RESTAURANT!,
      token: values.LIMIT_TOKEN!,
      refusal: values.LIMIT_REFUSAL!,
      export: values.LIMIT_EXPORT!,
    }),
    menuCache: values.MENU_CACHE!,
    pageSize: values.PAGE_SIZE!,
    pollMs: values.POLL_MS!,
    backlogBytes: values.BACKLOG_KB! * 1024,
    eventDays: values.EVENT_DAYS!,
    cartHours: values.CART_HOURS!,
    orderPersonalDays: values.ORDER_PERSONAL_DAYS!,
    model: modelOf(values),
    modelTimeoutMs: values.OPENAI_TIMEOUT_MS!,
    sweepMs: 60 * 60 * 1000,
    retryMs: 5_000,
    comandaUrl: values.COMANDA_URL ?? `http://localhost:${values.PORT}`,
  });
}

function readSetting(
  name: string,
  { fallback, read }: Setting<unknown>,
  given: string | undefined,
  faults: string[],
): unknown {
  const text = given === undefined || given === '' ? fallback : given;
  if (text === null) return null;
  try {
    return read(text);
  } catch (fault) {
    faults.push(`${name} ${(fault as Error).message}`);
    return fallback === null ? null : read(fallback);
  }
}

function urlFromParts(values: Values): string | null {
  if (!values.POSTGRES_HOST) return null;
  const {
    POSTGRES_USER: user,
    POSTGRES_PASSWORD: password,
    POSTGRES_HOST: host,
    POSTGRES_PORT: port,
    POSTGRES_DB: name,
  } = values;
  const who = password
    ? `${encodeURIComponent(user!)}:${encodeURIComponent(password)}`
    : encodeURIComponent(user!);
  return `postgres://${who}@${host}:${port}/${encodeURIComponent(name!)}`;
}

function modelOf({
  OPENAI_MODEL: model,
  OPENAI_BASE_URL: baseUrl,
  OPENAI_API_KEY: apiKey,
  OPENAI_STREAM: stream,
}: Values): OpenaiOptions | null {
  return model ? { model, baseUrl: baseUrl!, apiKey, stream: stream! } : null;
}

function productionFaults(values: Values, databaseUrl: string | null): string[] {
  const faults: string[] = [];
  if (!databaseUrl)
    faults.push('DATABASE_URL is wanted in production: the embedded database is for development.');
  if (!values.JWT_SECRET) faults.push('JWT_SECRET is wanted in production.');
  if (!values.PUBLIC_URL) faults.push('PUBLIC_URL is wanted in production: QR codes lead there.');
  if (!values.SMTP_URL && !values.MAIL_DIR) {
    faults.push(
      'SMTP_URL is wanted in production, because accounts and invites go by mail; or MAIL_DIR, to write it into files.',
    );
  }
  if (!values.REDIS_URL && !values.SINGLE_PROCESS) {
    faults.push(
      'REDIS_URL is wanted in production, because processes hear of each other through it; or SINGLE_PROCESS=true.',
    );
  }
  return faults;
}

function oneOf<T extends string>(...allowed: readonly T[]): (text: string) => T {
  return (text) => {
    if ((allowed as readonly string[]).includes(text)) return text as T;
    throw new Error(`must be one of ${allowed.join(', ')}.`);
  };
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Error(`must be a whole number from ${least} to ${most}.`);
  };
}

function limit(text: string): number {
  return wholeNumber(1, 1_000_000_000)(text);
}

function yesOrNo(text: string): boolean {
  return oneOf('true', 'false')(text) === 'true';
}

function list(text: string): string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}

function secret(text: string): string {
  if (text.length >= 32) return text;
  throw new Error('must have 32 characters or more.');
}

function secrets(text: string): string[] {
  return list(text).map(secret);
}

function urlOf(...protocols: readonly string[]): (text: string) => string {
  return (text) => {
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    throw new Error(
      `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
  };
}

function smtpUrl(text: string): string {
  const url = urlOf('smtp:', 'smtps:')(text);
  if (new URL(url).hostname) return url;
  throw new Error('must name a host.');
}

function mailAddress(text: string): MailAddress {
  const [, name, inBrackets, alone] =
    /^(?:([^<>]*)<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/.exec(text) ?? [];
  const address = inBrackets ?? alone;
  if (address) return { name: name?.trim() ?? '', address };
  throw new Error('must be an address: orders@example.com or Trattoria <orders@example.com>');
}

function webUrl(text: string): string {
  return urlOf('http:', 'https:')(text).replace(/\/+$/, '');
}
