/** Configuration, read once from the environment, checked, and explained when it is wrong. */
import { VigilError } from '@vigil/errors';
import path from 'node:path';
import { z } from 'zod';
import { isLoopback } from './loopback.js';
import { mailAddress, mailTrouble } from './mail-address.js';

const text = z.string().trim().min(1);
const urlOf = (...schemes: readonly string[]): z.ZodType<string> =>
  text.refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
    error: `a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });
const whole = (least: number, most: number): z.ZodType<number, string | undefined> =>
  z
    .string()
    .regex(/^\d+$/, { error: `a whole number from ${least} to ${most}` })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: `a whole number from ${least} to ${most}` });

/** Each setting: its name in the environment, its shape, and what it is for. `docs/settings.md` is generated from it. */
export const settingsTable = {
  DATABASE_URL: {
    schema: urlOf('postgres', 'postgresql').optional(),
    about: 'PostgreSQL 15 or later. Unset: an embedded PostgreSQL in VIGIL_HOME.',
  },
  REDIS_URL: {
    schema: urlOf('redis', 'rediss').optional(),
    about:
      'Redis 6.2 or later, or Valkey, for what processes share: queue, host gate, news of Changes. Unset: they share it in PostgreSQL.',
  },
  VIGIL_HOME: {
    schema: text.default('.vigil').transform((value) => path.resolve(value)),
    about: 'Folder for the archive, its key and the embedded PostgreSQL.',
  },
  VIGIL_ARCHIVE_KEY: {
    schema: text
      .refine((value) => Buffer.from(value, 'base64').length === 32, { error: '32 bytes in base64' })
      .optional(),
    about: 'Key that seals the archive. Unset: archive.key in VIGIL_HOME, made at the first start.',
  },
  VIGIL_HOST: {
    schema: text.default('127.0.0.1').refine(isLoopback, {
      error: 'a loopback address (127.0.0.1, ::1 or localhost), until there is sign-in',
    }),
    about: 'Address that gateway and scraper listen on.',
  },
  VIGIL_PORT: { schema: whole(0, 65_535).default(4000), about: 'Port of the gateway; 0 picks a free one.' },
  VIGIL_SCRAPER_PORT: {
    schema: whole(0, 65_535).default(0),
    about: "Port of the scraper's health and metrics; 0 picks a free one, which its log names.",
  },
  VIGIL_CONTACT: {
    schema: urlOf('https', 'mailto').optional(),
    about: 'Where publishers can reach you; part of the User-Agent. Wanted before a live site is fetched.',
  },
  VIGIL_SIMULATOR_URL: {
    schema: urlOf('http').optional(),
    about:
      'Origin of a courthouse simulator. Set: every request but the canary’s goes there, and no other address can be reached.',
  },
  VIGIL_CANARY_URL: {
    schema: urlOf('http')
      .transform((value) => new URL(value))
      .refine((url) => url.href === `${url.origin}/`, { error: 'an origin such as http://127.0.0.1:4000' })
      .transform(({ origin }) => origin)
      .optional(),
    about:
      'Origin at which a scraper reaches the gateway. Set, of both: the beat that the gateway publishes at /canary is watched, so that a piece of Vigil that stands still is noticed. Unset: no canary; `vigil start` sets it unless VIGIL_PORT is 0.',
  },
  VIGIL_COURTLISTENER_TOKEN: {
    schema: text.regex(/^[\w.~+/=-]{20,200}$/, { error: 'the token of a CourtListener account' }).optional(),
    about:
      'Token of a CourtListener account, for the Source `courtlistener`; docs/courtlistener.md tells how to get one.',
  },
  VIGIL_COURTLISTENER_HOOK_SECRET: {
    schema: text
      .regex(/^[A-Za-z0-9_-]{32,200}$/, {
        error: '32 to 200 letters, digits, hyphens or underscores, made by chance',
      })
      .optional(),
    about:
      'Last part of the address at which the gateway hears from CourtListener, `/hooks/courtlistener/SECRET`. Unset: there is no such address.',
  },
  VIGIL_MAIL_URL: {
    schema: text
      .refine((value) => mailAddress(value) !== null, { error: 'a URL such as imaps://user@mail.example/INBOX' })
      .optional(),
    about:
      'Mailbox in which court notices are read, and nothing is changed: imaps://user@host/FOLDER, with the user’s @ as %40. Without TLS (imap://) on this machine alone.',
  },
  VIGIL_MAIL_PASSWORD: { schema: z.string().min(1).optional(), about: 'Password of the mailbox.' },
  VIGIL_MAIL_PASSWORD_FILE: {
    schema: text.transform((value) => path.resolve(value)).optional(),
    about: 'File whose first line is the password of the mailbox, in place of VIGIL_MAIL_PASSWORD.',
  },
  VIGIL_EXCHANGE_SECONDS: {
    schema: whole(5, 600).default(60),
    about:
      'Seconds that one exchange with a publisher may take. A scraper that is killed in one keeps others from its publisher for as long, and 10 s more.',
  },
  VIGIL_CONCURRENCY: { schema: whole(1, 100).default(8), about: 'Checks that one scraper runs at once.' },
  VIGIL_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'Least level that is logged.',
  },
} as const;

/** The settings of this run. */
export interface Settings {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly home: string;
  readonly archiveKey: string | null;
  readonly host: string;
  readonly port: number;
  readonly scraperPort: number;
  readonly contact: string | null;
  readonly simulatorUrl: string | null;
  readonly canaryUrl: string | null;
  readonly courtlistenerToken: string | null;
  readonly courtlistenerHookSecret: string | null;
  readonly mailUrl: string | null;
  readonly mailPassword: string | null;
  readonly mailPasswordFile: string | null;
  /** Milliseconds that one exchange with a publisher may take. */
  readonly exchangeMs: number;
  readonly concurrency: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Names that are not shown when they are wrong: they hold secrets. */
const secret = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'VIGIL_ARCHIVE_KEY',
  'VIGIL_MAIL_URL',
  'VIGIL_MAIL_PASSWORD',
  'VIGIL_COURTLISTENER_TOKEN',
  'VIGIL_COURTLISTENER_HOOK_SECRET',
]);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings. Throws BAD_SETTING that names every wrong one, with what it got and what it
 * wants; a name that begins with VIGIL_ and is unknown is wrong too.
 */
export function readSettings(env: Environment): Settings {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, about }] of Object.entries(settingsTable)) {
    const given = env[name] === '' ? undefined : env[name];
    const result = schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else
      problems.push(
        `${name}: got ${secret.has(name) ? 'a value that is not shown' : JSON.stringify(given)}, wants ${wanted(result.error)}. ${about}`,
      );
  }
  for (const name of Object.keys(env)) {
    if (name.startsWith('VIGIL_') && !(name in settingsTable) && !otherNames.has(name))
      problems.push(`${name}: no such setting. Known: ${Object.keys(settingsTable).join(', ')}`);
  }
  const trouble = mailTrouble(values);
  if (trouble !== null) problems.push(trouble);
  if (problems.length > 0) throw new VigilError('BAD_SETTING', problems.join('\n'));
  return Object.freeze({
    databaseUrl: (values['DATABASE_URL'] as string | undefined) ?? null,
    redisUrl: (values['REDIS_URL'] as string | undefined) ?? null,
    home: values['VIGIL_HOME'] as string,
    archiveKey: (values['VIGIL_ARCHIVE_KEY'] as string | undefined) ?? null,
    host: values['VIGIL_HOST'] as string,
    port: values['VIGIL_PORT'] as number,
    scraperPort: values['VIGIL_SCRAPER_PORT'] as number,
    contact: (values['VIGIL_CONTACT'] as string | undefined) ?? null,
    simulatorUrl: (values['VIGIL_SIMULATOR_URL'] as string | undefined) ?? null,
    canaryUrl: (values['VIGIL_CANARY_URL'] as string | undefined) ?? null,
    courtlistenerToken: (values['VIGIL_COURTLISTENER_TOKEN'] as string | undefined) ?? null,
    courtlistenerHookSecret: (values['VIGIL_COURTLISTENER_HOOK_SECRET'] as string | undefined) ?? null,
    mailUrl: (values['VIGIL_MAIL_URL'] as string | undefined) ?? null,
    mailPassword: (values['VIGIL_MAIL_PASSWORD'] as string | undefined) ?? null,
    mailPasswordFile: (values['VIGIL_MAIL_PASSWORD_FILE'] as string | undefined) ?? null,
    exchangeMs: (values['VIGIL_EXCHANGE_SECONDS'] as number) * 1_000,
    concurrency: values['VIGIL_CONCURRENCY'] as number,
    logLevel: values['VIGIL_LOG_LEVEL'] as Settings['logLevel'],
  });
}

/** Names of the tests' environment, not settings of the product. */
const otherNames = new Set([
  'VIGIL_EVERY_AWAIT',
  'VIGIL_REQUIRE_REDIS',
  'VIGIL_REQUIRE_DOVECOT',
  'VIGIL_REQUIRE_SHARED',
  'VIGIL_SHARED',
  'VIGIL_TEST_DATABASE_URL',
  'VIGIL_GATEWAY_URL',
]);

const wanted = (error: z.ZodError): string =>
  error.issues
    .map(({ message, code }) =>
      code === 'invalid_value' ? message.replace('Invalid option: expected one of ', 'one of ') : message,
    )
    .join('; ');

/** The User-Agent: it names Vigil and, where given, the operator's contact. */
export function userAgent({ contact }: Pick<Settings, 'contact'>): string {
  return `Vigil/0.1 (watches public dockets${contact === null ? '' : `; +${contact}`})`;
}
