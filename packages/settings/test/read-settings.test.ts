import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mailAccountOf, readSettings, settingsTable, userAgent } from '../src/index.js';

const refusal = (env: Record<string, string>): string => {
  try {
    readSettings(env);
  } catch (error) {
    expect(error).toMatchObject({ code: 'BAD_SETTING' });
    return (error as Error).message;
  }
  throw new Error('was not refused');
};

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      databaseUrl: null,
      redisUrl: null,
      host: '127.0.0.1',
      port: 4000,
      scraperPort: 0,
      simulatorUrl: null,
      canaryUrl: null,
      exchangeMs: 60_000,
      concurrency: 8,
      logLevel: 'info',
    });
  });

  it.each([
    ['VIGIL_PORT', 'eighty', 'a whole number from 0 to 65535'],
    ['VIGIL_PORT', '70000', 'a whole number from 0 to 65535'],
    ['VIGIL_SCRAPER_PORT', '-1', 'a whole number from 0 to 65535'],
    ['VIGIL_HOST', '0.0.0.0', 'loopback'],
    ['VIGIL_LOG_LEVEL', 'loud', '"debug"'],
    ['VIGIL_CONTACT', 'call me', 'https:// or mailto://'],
    ['VIGIL_SIMULATOR_URL', 'ftp://x', 'http://'],
    ['VIGIL_CANARY_URL', 'ftp://x', 'http://'],
    ['VIGIL_CANARY_URL', 'http://127.0.0.1:4000/canary', 'an origin'],
  ])('refuses %s=%s by name, with what it got and what it wants', (name, value, wants) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(`${name}: got ${JSON.stringify(value)}, wants`);
    expect(message).toContain(wants);
  });

  it('names every wrong setting at once, and one that does not exist', () => {
    const message = refusal({ VIGIL_PORT: 'x', VIGIL_CONCURRENCY: '0', VIGIL_COLOUR: 'blue' });
    expect(message).toContain('VIGIL_PORT');
    expect(message).toContain('VIGIL_CONCURRENCY');
    expect(message).toContain('VIGIL_COLOUR: no such setting');
  });

  it('never shows a secret', () => {
    const secrets = {
      DATABASE_URL: 'mysql://root:hunter2@x',
      REDIS_URL: 'http://:hunter3@x',
      VIGIL_ARCHIVE_KEY: 'c2hvcnQ=',
      VIGIL_COURTLISTENER_TOKEN: 'hunter 4 with spaces in it',
      VIGIL_COURTLISTENER_HOOK_SECRET: 'hunter5',
    };
    const message = refusal(secrets);
    for (const name of Object.keys(secrets)) expect(message).toContain(`${name}: got a value that is not shown`);
    expect(message).not.toMatch(/hunter|c2hvcnQ=/);
  });

  it.each([
    ['no folder', 'imaps://petra@mail.example'],
    ['no user', 'imaps://mail.example/INBOX'],
    ['a password', 'imaps://petra:hunter2@mail.example/INBOX'],
    ['no TLS beyond this machine', 'imap://petra@mail.example/INBOX'],
    ['another protocol', 'https://petra@mail.example/INBOX'],
  ])('refuses a mailbox with %s, and does not show it', (_what, url) => {
    const message = refusal({ VIGIL_MAIL_URL: url, VIGIL_MAIL_PASSWORD: 'hunter2' });
    expect(message).toContain('VIGIL_MAIL_URL: got a value that is not shown, wants a URL such as imaps://');
    expect(message).not.toMatch(/hunter|petra/);
  });

  it('wants one password for a mailbox, and no mailbox elsewhere beside a simulator', () => {
    const url = { VIGIL_MAIL_URL: 'imaps://petra@mail.example/INBOX' };
    expect(refusal(url)).toContain('VIGIL_MAIL_PASSWORD: got nothing');
    const both = { ...url, VIGIL_MAIL_PASSWORD: 'hunter2', VIGIL_MAIL_PASSWORD_FILE: 'secret' };
    expect(refusal(both)).toContain('got both, wants one');
    const simulated = { ...url, VIGIL_MAIL_PASSWORD: 'hunter2', VIGIL_SIMULATOR_URL: 'http://127.0.0.1:1' };
    expect(refusal(simulated)).toContain('wants a mailbox on this machine');
  });

  it('reads whose mailbox it is, and its password from a setting or the first line of a file', async () => {
    const env = { VIGIL_MAIL_URL: 'imaps://petra%40firm.example@mail.example/Courts/All%20notices' };
    const address = {
      host: 'mail.example',
      port: 993,
      secure: true,
      user: 'petra@firm.example',
      folder: 'Courts/All notices',
    };
    const given = await mailAccountOf(readSettings({ ...env, VIGIL_MAIL_PASSWORD: 'hunter2 ' }));
    expect(given).toEqual({ ...address, password: 'hunter2 ' });
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'vigil-settings-')), 'password');
    const settings = readSettings({ ...env, VIGIL_MAIL_PASSWORD_FILE: file });
    await expect(mailAccountOf(settings)).rejects.toMatchObject({
      code: 'BAD_SETTING',
      message: expect.stringContaining('cannot be read'),
    });
    await writeFile(file, '\nhunter2');
    await expect(mailAccountOf(settings)).rejects.toMatchObject({ message: expect.stringContaining('empty line') });
    await writeFile(file, 'hunter2\n');
    expect(await mailAccountOf(settings)).toEqual({ ...address, password: 'hunter2' });
    const here = readSettings({ VIGIL_MAIL_URL: 'imap://petra@[::1]:1143/INBOX', VIGIL_MAIL_PASSWORD: 'x' });
    expect(await mailAccountOf(here)).toMatchObject({ host: '::1', port: 1143, secure: false });
    expect(await mailAccountOf(readSettings({}))).toBeNull();
    await rm(path.dirname(file), { recursive: true });
  });

  it('is what docs/settings.md says', async () => {
    const page = await readFile(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
    expect([...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)).toEqual(Object.keys(settingsTable));
  });

  it('the User-Agent names the operator', () => {
    expect(userAgent({ contact: 'mailto:desk@example.org' })).toBe(
      'Vigil/0.1 (watches public dockets; +mailto:desk@example.org)',
    );
  });
});
