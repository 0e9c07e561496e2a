/** A Watch of the mailbox runs on the schedule and through the queue of all other Watches. */
import { addWatch, ensureLocalOrganisation, localOrganisationId, openDatabase, timelinePage } from '@vigil/db';
import { openMailbox } from '@vigil/fetcher';
import { createTestDatabase, createTestDovecot, hasDovecot } from '@vigil/tooling/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openTestScraper } from './test-scraper.js';

const notice = (n: number): Buffer =>
  Buffer.from(`Date: Mon, 2 Mar 2026 09:00:0${n} -0800
Subject: Activity in Case 8:26-cv-90001-ABC Roe v. Warden Order
From: cmecf@court.example.org

The following transaction was entered on 3/2/2026 at 9:00 AM PST and filed on 3/2/2026

Case Name: Roe v. Warden

Case Number: 8:26-cv-90001-ABC https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001

Document Number: ${n}

Docket Text:
ORDER number ${n}.

8:26-cv-90001-ABC Notice has been electronically mailed to:
Xenia Tarn xenia.tarn@example.org
`);

it.runIf(hasDovecot())(
  'a watched mailbox is read on the schedule, and a mail that comes is on the timeline',
  async () => {
    const dovecot = await createTestDovecot();
    onTestFinished(() => dovecot.drop());
    const { url, drop } = await createTestDatabase();
    onTestFinished(drop);
    const db = await openDatabase({ url });
    onTestFinished(() => db.close());
    await ensureLocalOrganisation(db);
    const watched = { source: 'court-mail', params: {}, title: 'mail', courtId: null, label: null, everyMs: null };
    await addWatch(db, localOrganisationId, watched);
    const { host, port, user, password } = dovecot;
    const mailbox = openMailbox({ host, port, user, password, secure: false, folder: 'INBOX' });
    const scraper = await openTestScraper(url, { watched: false, mailbox });
    onTestFinished(() => scraper.close());
    const texts = async (): Promise<readonly unknown[]> =>
      (await timelinePage(db, { filter: {}, orderBy: 'RECORDED_AT', limit: 5 })).events.map(
        ({ content }) => content.facts.text,
      );
    for (const [n, expected] of [
      [1, ['ORDER number 1. (Entered: 03/02/2026)']],
      [2, ['ORDER number 2. (Entered: 03/02/2026)', 'ORDER number 1. (Entered: 03/02/2026)']],
    ] as const) {
      await dovecot.deliver(notice(n), new Date());
      await vi.waitFor(async () => expect(await texts()).toEqual(expected), { timeout: 20_000, interval: 100 });
    }
    expect(JSON.stringify(scraper.log)).not.toMatch(/xenia|petra|hunter2/i);
  },
  60_000,
);
