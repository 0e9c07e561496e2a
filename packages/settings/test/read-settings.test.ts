import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSettings, settingsTable, userAgent } from '../src/index.js';

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
