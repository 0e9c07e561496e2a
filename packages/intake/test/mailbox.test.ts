/** Checks of a mailbox on a real server: what is mailed is told once, whatever comes between. */
import { changesAfter, checksOf, coverageOf, ensureTarget, headOfChanges, timelinePage } from '@vigil/db';
import { openMailbox, type MailLimits } from '@vigil/fetcher';
import { createTestDovecot, hasDovecot, type TestDovecot } from '@vigil/tooling/testing';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, runCheck, type CheckResult, type Rooms } from '../src/index.js';
import { openHouse, type House } from './house.js';

const came = new Date('2026-03-02T18:00:00Z');

/** A notice of the n-th entry of a case. */
const notice = (n: number): Buffer =>
  Buffer.from(`Date: Mon, 2 Mar 2026 09:00:0${n} -0800\r
From: cmecf@court.example.org\r
To: xenia.tarn@example.org\r
Subject: Activity in Case 8:26-cv-90001-ABC Roe v. Warden Order\r
Content-Type: text/html\r
\r
<div><BR>The following transaction was entered on 3/2/2026 at 9:00 AM PST and filed on 3/2/2026 <BR>\r
<table><tr><td>Case Name:</td><td>Roe v. Warden</td></tr>\r
<tr><td>Case Number:</td><td><A HREF=https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001>8:26-cv-90001-ABC</A></td></tr>\r
<tr><td>Document Number:</td><td><a href="https://ecf.cacd.uscourts.gov/doc1/03119600000${n}?caseid=9000001&de_seq_num=${n}&magic_num=sEcret">${n}</a></td></tr></table>\r
<p>Docket Text:<BR>ORDER number ${n}.</p>\r
<BR>8:26-cv-90001-ABC Notice has been electronically mailed to:<BR>Xenia Tarn &nbsp;xenia.tarn@example.org<BR></div>\r
`);
const letter = Buffer.from(
  'Date: Mon, 2 Mar 2026 09:00:00 -0800\r\nFrom: ada@example.org\r\nSubject: lunch\r\n\r\nDear Xenia\r\n',
);

describe.runIf(hasDovecot())('a Check of a mailbox', () => {
  let dovecot: TestDovecot;
  let house: House;
  let target: string;
  beforeEach(async () => {
    dovecot = await createTestDovecot();
    house = await openHouse();
    target = await ensureTarget(house.rooms.db, { source: 'court-mail', params: {}, title: 'mail', courtId: null });
  });
  afterEach(async () => {
    await house?.close();
    await dovecot?.drop();
  });

  const roomsWith = (limits: Partial<MailLimits> = {}, password = dovecot.password): Rooms => {
    const { host, port, user } = dovecot;
    const mailbox = openMailbox({ host, port, user, password, secure: false, folder: 'INBOX', limits });
    return { ...house.rooms, mailbox };
  };
  const look = (rooms = roomsWith()): Promise<CheckResult> => runCheck(rooms, target);
  const deliver = async (...mails: readonly Buffer[]): Promise<void> => {
    for (const mail of mails) await dovecot.deliver(mail, came);
  };
  const texts = async (): Promise<readonly (string | null)[]> => {
    const { events } = await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 50 });
    return events.map(({ content }) => content.facts.text).sort((a, b) => (a ?? '').localeCompare(b ?? '', 'en'));
  };
  /** As a docket report would print it. */
  const docketed = (n: number): string => `ORDER number ${n}. (Entered: 03/02/2026)`;
  const count = async (what: string): Promise<number> =>
    (await house.rooms.db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`)).rows[0]!.n;

  it('tells what was mailed since the last one, each mail a Capture of its own time', async () => {
    await deliver(notice(1), letter, notice(2));
    expect(await look()).toMatchObject({ outcome: 'NEWS', changes: 2 });
    expect(await look()).toMatchObject({ outcome: 'NO_NEWS', changes: 0 });
    await deliver(notice(3));
    const third = await look();
    expect(third).toMatchObject({ outcome: 'NEWS', changes: 1 });
    expect(await texts()).toEqual([1, 2, 3].map(docketed));
    const { rows } = await house.rooms.db.pool.query(
      'SELECT captured_at, origin, completeness, url FROM capture ORDER BY key',
    );
    expect(rows).toMatchObject(
      [1, 2, 3].map((n) => ({
        captured_at: new Date(`2026-03-02T17:00:0${n}Z`),
        origin: 'FETCHED',
        completeness: 'PARTIAL',
        url: 'mailbox:',
      })),
    );
    expect(await checksOf(house.rooms.db, target, 5)).toMatchObject([
      { outcome: 'NEWS' },
      { outcome: 'NO_NEWS' },
      { outcome: 'NEWS' },
    ]);
    expect((await coverageOf(house.rooms.db, [target], 5))[0]).toMatchObject([{ state: 'SEEING', toAt: null }]);
    const changes = await changesAfter(house.rooms.db, 0, await headOfChanges(house.rooms.db), 10);
    expect(changes.map(({ kind }) => kind)).toEqual(['ADDED', 'ADDED', 'ADDED']);
  });

  it('keeps nothing of what is no notice, and counts what it could not read', async () => {
    const large = Buffer.concat([notice(4), Buffer.alloc(20_000, 0x20)]);
    const cutOff = notice(5).subarray(0, -230);
    await deliver(letter, large, cutOff, notice(1));
    expect(await look(roomsWith({ mailBytes: 10_000 }))).toMatchObject({ outcome: 'NEWS', changes: 1 });
    expect(await checksOf(house.rooms.db, target, 5)).toMatchObject([
      { outcome: 'NEWS', skipped: 2, message: 'Not read: 1 FETCH_TOO_LARGE, 1 PAGE_TRUNCATED' },
    ]);
    expect(await count('body')).toBe(1);
    const files = await readdir(house.archiveDirectory, { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile() && !file.name.endsWith('.key'))).toHaveLength(1);
  });

  it('tells nothing twice where the server numbers its mails anew, or a mail was imported', async () => {
    await deliver(notice(1), notice(2));
    await importFile(house.rooms, { source: null, court: '', bytes: notice(1), capturedAt: null });
    expect(await look()).toMatchObject({ changes: 1 });
    await dovecot.renumber();
    expect(await look()).toMatchObject({ outcome: 'NO_NEWS', changes: 0 });
    expect(await count(`capture WHERE target_id = '${target}'`)).toBe(2);
  });

  it('goes on where it stopped: a long mailbox takes several', async () => {
    await deliver(notice(1), notice(2), notice(3));
    const rooms = roomsWith({ mails: 2 });
    expect(await look(rooms)).toMatchObject({ changes: 2 });
    expect(await look(rooms)).toMatchObject({ changes: 1 });
    expect(await look(rooms)).toMatchObject({ changes: 0 });
  });

  it('may be killed between any two things that it does', async () => {
    const kept: string[] = [];
    let points = 0;
    for (let dieAt = 1; ; dieAt += 1) {
      await deliver(notice((dieAt % 9) + 1), letter);
      kept.push(docketed((dieAt % 9) + 1));
      const rooms = roomsWith();
      const dead = await look(mortal(rooms, dieAt)).then(
        () => false,
        () => true,
      );
      if (!dead) break;
      points = dieAt;
      await look(rooms);
      expect(await texts()).toEqual([...new Set(kept)].sort());
    }
    expect(points).toBeGreaterThanOrEqual(5);
    const told = await changesAfter(house.rooms.db, 0, await headOfChanges(house.rooms.db), 1_000);
    expect(told.map(({ kind }) => kind)).toEqual([...new Set(kept)].map(() => 'ADDED'));
  });

  it('that is not let in is a failure and Coverage; for an hour the server is not asked again', async () => {
    await deliver(notice(1));
    expect(await look(roomsWith({}, 'wrong'))).toMatchObject({ outcome: 'FAILED', error: { code: 'MAILBOX_LOGIN' } });
    expect((await coverageOf(house.rooms.db, [target], 5))[0]).toMatchObject([
      { state: 'BLIND', reason: 'MAILBOX_LOGIN' },
    ]);
    expect(await look()).toMatchObject({ outcome: 'NOT_YET', waitMs: expect.closeTo(3_600_000, -5) });
  });

  it('is told which setting is missing, where there is no mailbox', async () => {
    const result = await look(house.rooms);
    expect(result).toMatchObject({
      outcome: 'FAILED',
      error: { code: 'BAD_SETTING', message: expect.stringContaining('VIGIL_MAIL_URL') },
    });
  });
});

/** Rooms whose database and archive are lost for good at the n-th thing that is asked of them. */
function mortal(rooms: Rooms, dieAt: number): Rooms {
  let asked = 0;
  const counting = <T extends object>(of: T, names: readonly string[]): T =>
    new Proxy(of, {
      get: (self, name) => {
        const member: unknown = Reflect.get(self, name, self);
        if (typeof member !== 'function') return member;
        return (...words: readonly unknown[]): unknown => {
          if (names.includes(String(name)) && (asked += 1) >= dieAt) throw new Error('killed');
          return Reflect.apply(member, self, words);
        };
      },
    });
  const db = { ...rooms.db, pool: counting(rooms.db.pool, ['query', 'connect']) };
  return { ...rooms, db, archive: counting(rooms.archive, ['put']) };
}
