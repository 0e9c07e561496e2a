/** What `vigil start` says when it cannot start: what is wrong, with which server or setting, and how to mend it. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase } from '@vigil/tooling/testing';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import * as broken from './broken-servers.js';
import { errorOf } from './vigil.js';
import { endProcesses, processesOf, spawnVigil } from './vigil-process.js';

const contact = { VIGIL_CONTACT: 'mailto:operator@example.org' };

/** What is wrong. */
interface Trouble {
  readonly name: string;
  /** Makes it so, and says how Vigil meets it. */
  readonly arrange: (atEnd: broken.AtEnd, home: string) => Promise<Readonly<Record<string, string>>>;
  readonly code: string;
  readonly says: RegExp;
  readonly wayOut: RegExp;
}

/** A server on loopback that is not ours; the port it has. */
async function listen(atEnd: broken.AtEnd): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEnd(() => server.close());
  return String((server.address() as AddressInfo).port);
}

async function workingDatabase(atEnd: broken.AtEnd): Promise<{ readonly DATABASE_URL: string }> {
  const { url, drop } = await createTestDatabase();
  atEnd(drop);
  return { DATABASE_URL: url };
}

const database =
  (make: (atEnd: broken.AtEnd) => Promise<string>): Trouble['arrange'] =>
  async (atEnd) => ({ DATABASE_URL: await make(atEnd), ...contact });

const troubles: readonly Trouble[] = [
  {
    name: 'nothing listens at DATABASE_URL',
    arrange: async () => ({ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing', ...contact }),
    code: 'DATABASE_UNREACHABLE',
    says: /nothing at 127\.0\.0\.1:1 does not answer: connect ECONNREFUSED/,
    wayOut: /DATABASE_URL and the server/,
  },
  {
    name: 'the server takes the connection and says nothing',
    arrange: async (atEnd) => ({ DATABASE_URL: `postgres://vigil@127.0.0.1:${await listen(atEnd)}/vigil`, ...contact }),
    code: 'DATABASE_UNREACHABLE',
    says: /vigil at 127\.0\.0\.1:\d+ does not answer: .*timeout/,
    wayOut: /DATABASE_URL and the server/,
  },
  {
    name: 'DATABASE_URL cannot be read',
    arrange: async () => ({
      DATABASE_URL: 'postgres://vigil:secret@127.0.0.1/vigil?sslrootcert=/no/ca.pem',
      ...contact,
    }),
    code: 'BAD_SETTING',
    says: /^DATABASE_URL: got a value that is not shown, .*\/no\/ca\.pem/,
    wayOut: /message names it/,
  },
  {
    name: 'the password is wrong',
    arrange: database(broken.wrongPassword),
    code: 'DATABASE_LOGIN',
    says: /127\.0\.0\.1:\d+ does not let us in: password authentication failed/,
    wayOut: /password into DATABASE_URL/,
  },
  {
    name: 'the database does not exist',
    arrange: database(broken.noDatabase),
    code: 'DATABASE_MISSING',
    says: /database "vigil_was_never_here" does not exist/,
    wayOut: /Create the database that DATABASE_URL names/,
  },
  {
    name: 'the server has no connection left',
    arrange: database(broken.noConnectionLeft),
    code: 'DATABASE_CONNECTIONS',
    says: /has no connection left: too many connections/,
    wayOut: /raise max_connections/,
  },
  {
    name: 'the server’s disk is full',
    arrange: database(broken.fullDisk),
    code: 'DATABASE_DISK',
    says: /has no space left: .*No space left on device/,
    wayOut: /Free some space/,
  },
  {
    name: 'the server is too old',
    arrange: database(broken.oldServer),
    code: 'DATABASE_TOO_OLD',
    says: /127\.0\.0\.1:\d+ is PostgreSQL 14, and 15 or later is wanted/,
    wayOut: /PostgreSQL 15 or later/,
  },
  {
    name: 'a pooler drops the zone that sessions ask for',
    arrange: database(broken.otherZone),
    code: 'DATABASE_ZONE',
    says: /asked for UTC is in America\/Los_Angeles/,
    wayOut: /pooler in between/,
  },
  {
    name: 'the database is not in UTF8',
    arrange: database(broken.otherEncoding),
    code: 'DATABASE_ENCODING',
    says: /is in SQL_ASCII, and must be in UTF8/,
    wayOut: /createdb .*--encoding=UTF8/,
  },
  {
    name: 'VIGIL_PORT is taken',
    arrange: async (atEnd) => ({ ...(await workingDatabase(atEnd)), ...contact, VIGIL_PORT: await listen(atEnd) }),
    code: 'BAD_SETTING',
    says: /^VIGIL_PORT: got \d+, which another process has taken/,
    wayOut: /message names it/,
  },
  {
    name: 'VIGIL_SCRAPER_PORT is taken',
    arrange: async (atEnd) => ({
      ...(await workingDatabase(atEnd)),
      ...contact,
      VIGIL_SCRAPER_PORT: await listen(atEnd),
    }),
    code: 'BAD_SETTING',
    says: /^VIGIL_SCRAPER_PORT: got \d+, which another process has taken/,
    wayOut: /message names it/,
  },
  {
    name: 'VIGIL_HOME cannot be written',
    arrange: async (_atEnd, home) => {
      await writeFile(path.join(home, 'file'), '');
      return { ...contact, VIGIL_HOME: path.join(home, 'file', 'home') };
    },
    code: 'BAD_SETTING',
    says: /^VIGIL_HOME: got ".+home", wants a folder to write to: .+file is no folder/,
    wayOut: /message names it/,
  },
  {
    name: 'there is no contact, and real courts would be asked',
    arrange: workingDatabase,
    code: 'BAD_SETTING',
    says: /^VIGIL_CONTACT: got nothing, wants/,
    wayOut: /message names it/,
  },
];

describe('vigil start says what is wrong and leaves no process behind where', () => {
  afterEach(endProcesses);

  it.each(troubles)('$name', { timeout: 60_000 }, async ({ arrange, code, says, wayOut }) => {
    const home = await mkdtemp(path.join(tmpdir(), 'vigil-start-'));
    onTestFinished(() => rm(home, { recursive: true }));
    const env = await arrange((end) => onTestFinished(async () => void (await end())), home);
    const house = spawnVigil({ VIGIL_HOME: home, VIGIL_PORT: '0', ...env }, 'start');
    expect(await house.ended).toBe(1);
    expect(errorOf({ code: 1, out: '', err: house.err() })).toMatchObject({
      code,
      message: expect.stringMatching(says),
      wayOut: expect.stringMatching(wayOut),
    });
    expect(house.err()).not.toContain('secret');
    expect(processesOf(home)).toEqual([]);
  });
});
