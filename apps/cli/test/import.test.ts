import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedOf, writeFeed } from './feed.js';
import { errorOf, makePlace, records, vigil, type Place } from './vigil.js';

const monday = new Date('2017-12-11T20:00:00Z');
const items = [
  { sequence: 1, label: 'Petition for Writ', at: new Date('2017-12-11T17:00:00Z') },
  { sequence: 2, label: 'Order to Show Cause', at: new Date('2017-12-11T19:30:00Z'), caption: 'Elm v. Ash' },
];

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.leave());

describe('vigil import', () => {
  it('records files as of the time they left the publisher, and goes on after a bad one', async () => {
    const good = await writeFeed(place.folder, 'cacd_monday.xml', feedOf('cacd', monday, items));
    const bad = await writeFeed(place.folder, 'cacd_broken.xml', '<rss><channel>');
    const nowhere = path.join(place.folder, 'cacd_gone.xml');
    const ran = await vigil(place.env, 'import', bad, nowhere, good, '--json');
    expect(ran.code).toBe(1);
    expect(errorOf(ran)).toMatchObject({ message: '2 of 3 files could not be imported, see above' });
    expect(records(ran.out)).toMatchObject([
      { file: bad, error: { code: 'FEED_BROKEN' } },
      { file: nowhere, error: { code: 'BAD_INPUT', message: 'the file cannot be read (ENOENT)' } },
      {
        file: good,
        court: 'cacd',
        capturedAt: monday.toISOString(),
        statements: 3,
        skipped: 0,
        changes: 2,
        isNew: true,
      },
    ]);
    expect(records(ran.err).slice(0, 3)).toEqual([
      { note: `1/3 ${bad}` },
      { note: `2/3 ${nowhere}` },
      { note: `3/3 ${good}` },
    ]);
  });

  it('knows a docket report by itself, and shows the whole docket', async () => {
    const report = `<html><head><title>CM/ECF</title></head><body><h3>U.S. District Court<br>CIVIL DOCKET FOR CASE #: 5:17-cv-90007</h3>
<table><tr><td>Elm v. Ash<br>Assigned to: Judge Rook</td><td>Date Filed: 12/01/2017</td></tr></table>
<table><tr><td>Date Filed</td><th>#</th><td>Docket Text</td></tr>
<tr><td>12/01/2017</td><td><a href="/doc1/031190000001" onClick="goDLS('/doc1/031190000001','990007','3','','1','1','','');">1</a></td><td>COMPLAINT. (Entered: 12/01/2017)</td></tr>
<tr><td>12/04/2017</td><td>&nbsp;</td><td>Set Deadlines. (Entered: 12/04/2017)</td></tr></table></body></html>`;
    const file = path.join(place.folder, 'cacd_990007.html');
    await writeFile(file, report);
    const { out } = await vigil(place.env, 'import', file, '--captured-at', '2017-12-05T12:00:00Z');
    expect(out).toBe(
      'cacd_990007.html: Docket of case 990007, U.S. District Court, Central District of California, 3 statements of 5 Dec 2017 12:00 UTC, 2 Changes\n',
    );
    const told = await vigil(place.env, 'timeline', '--court', 'cacd', '--case', '5:17-cv-90007', '--json');
    expect(records(told.out)).toMatchObject([
      { headline: 'COMPLAINT.', facts: { number: '1', text: 'COMPLAINT. (Entered: 12/01/2017)' } },
      { headline: 'Set Deadlines.', facts: { number: null } },
    ]);
  });

  it('says that a page is known already, and tells nothing twice', async () => {
    const { code, out } = await vigil(place.env, 'import', path.join(place.folder, 'cacd_monday.xml'));
    expect(code).toBe(0);
    expect(out).toBe(
      'cacd_monday.xml: RSS feed of U.S. District Court, Central District of California, known already, of 11 Dec 2017 20:00 UTC\n',
    );
  });

  it('takes court and time from the command line', async () => {
    const file = await writeFeed(place.folder, 'saved.xml', feedOf('txwd', monday, items));
    const { out } = await vigil(
      place.env,
      'import',
      file,
      '--json',
      '--court',
      'txwd',
      '--captured-at',
      '2017-12-11T14:05:00-06:00',
    );
    expect(records(out)).toMatchObject([{ court: 'txwd', capturedAt: '2017-12-11T20:05:00.000Z', changes: 2 }]);
  });

  it('refuses a time without a zone, and a time to come', async () => {
    const file = path.join(place.folder, 'saved.xml');
    const vague = await vigil(place.env, 'import', file, '--captured-at', '2017-12-11T14:05:00');
    expect(vague.code).toBe(2);
    expect(vague.err).toContain('Wants an ISO instant such as 2017-12-14T16:05:00-08:00.');
    const future = await vigil(place.env, 'import', file, '--court', 'cacd', '--captured-at', '2999-01-01T00:00:00Z');
    expect(future.code).toBe(1);
    expect(future.out).toContain('BAD_INPUT: the page would be from the future');
  });
});

/** A court's mail. */
const mailOf = (
  sequence: number,
  text = 'ORDER granting the stay.',
): string => `Date: Thu, 14 Dec 2017 15:10:0${sequence} -0800
From: cmecf@court.example.org
To: xenia.tarn@example.org
Subject: Activity in Case 5:17-cv-90008 Elm v. Ash Order
Content-Type: text/html

<div><BR>The following transaction was entered on 12/14/2017 at 3:09 PM PST and filed on 12/14/2017 <BR>
<table><tr><td>Case Name:</td><td>Elm v. Ash</td></tr>
<tr><td>Case Number:</td><td><A HREF=https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?990008>5:17-cv-90008</A></td></tr>
<tr><td>Document Number:</td><td><a href="https://ecf.cacd.uscourts.gov/doc1/03119000000${sequence}?caseid=990008&de_seq_num=${sequence}&magic_num=sEcret">${sequence}</a></td></tr></table>
<p>Docket Text:<BR>${text}</p>
<BR>5:17-cv-90008 Notice has been electronically mailed to:<BR>Xenia Tarn &nbsp;xenia.tarn@example.org<BR></div>
`;
const separator = 'From cmecf@court.example.org Thu Dec 14 23:10:05 2017\n';

describe('vigil import of mails', () => {
  it('takes a mail that says itself which court and time it is of', async () => {
    const file = path.join(place.folder, 'saved.eml');
    await writeFile(file, mailOf(1));
    const { code, out } = await vigil(place.env, 'import', file);
    expect(code).toBe(0);
    expect(out).toBe(
      'saved.eml: Mailed notices of U.S. District Court, Central District of California, 2 statements of 14 Dec 2017 23:10 UTC, 1 Changes\n',
    );
    const told = await vigil(place.env, 'timeline', '--court', 'cacd', '--case', '5:17-cv-90008', '--json');
    expect(records(told.out)).toMatchObject([
      { headline: 'Order', facts: { text: 'ORDER granting the stay. (Entered: 12/14/2017)' } },
    ]);
    expect(told.out).not.toMatch(/sEcret|xenia/i);
  });

  it('takes each mail of an mbox, whatever is wrong with the others', async () => {
    const file = path.join(place.folder, 'inbox.mbox');
    const letter = 'From: ada@example.org\nSubject: hello\n\n>From here on I write.\n';
    const cutOff = `${mailOf(4).slice(0, -200)}\n`;
    const long = `Subject: long\n\n${'x'.repeat(9 * 2 ** 20)}\n`;
    const mails = [mailOf(1), letter, mailOf(2), cutOff, long, mailOf(3)];
    await writeFile(file, mails.map((mail) => `${separator}${mail}\n`).join(''));
    const ran = await vigil(place.env, 'import', file, '--json');
    expect(ran.code).toBe(1);
    expect(errorOf(ran)).toMatchObject({ message: '2 of 6 mails could not be imported, see above' });
    expect(records(ran.out)).toMatchObject([
      { mail: 1, isNew: false },
      { mail: 2, error: { code: 'NOT_A_DOCKET' } },
      { mail: 3, isNew: true, court: 'cacd', changes: 1 },
      { mail: 4, error: { code: 'PAGE_TRUNCATED' } },
      { mail: 5, error: { code: 'FETCH_TOO_LARGE' } },
      { mail: 6, isNew: true, changes: 1 },
    ]);
    expect(records(ran.err)[0]).toEqual({
      note: 'inbox.mbox: 6 mails: 2 imported, 1 known already, 1 no notices, 2 failed',
    });
    expect(ran.out + ran.err).not.toMatch(/sEcret|xenia|ada@/i);
  });

  it('says nothing to a person of mails that are no notices; of a file that is one, it does', async () => {
    const mbox = path.join(place.folder, 'letters.mbox');
    await writeFile(mbox, `${separator}Subject: hello\n\nDear Petra,\n`);
    expect(await vigil(place.env, 'import', mbox)).toEqual({
      code: 0,
      out: '',
      err: 'letters.mbox: 1 mail: 0 imported, 0 known already, 1 no notices, 0 failed\n',
    });
    const letter = path.join(place.folder, 'letter.eml');
    await writeFile(letter, 'Subject: hello\n\nDear Petra,\n');
    const ran = await vigil(place.env, 'import', letter);
    expect(ran).toMatchObject({ code: 1, out: 'letter.eml: NOT_A_DOCKET: the mail names no case\n' });
  });
});
