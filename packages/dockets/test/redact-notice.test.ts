import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/errors';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestMail, readCourtNotice, redactNotice, type CourtNotice } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const names = ['district', 'bankruptcy', 'panel', 'plain', 'appellate', 'acms', 'forwarded'] as const;
const file = (name: (typeof names)[number]): string => `court-notice/${name}.txt`;
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** What a notice says, addresses and spellings of links aside. */
function said({ cases, ...notice }: CourtNotice): unknown {
  const told = cases.map(({ documentUrl, text, ...each }) => ({
    ...each,
    path: documentUrl === null ? null : new URL(documentUrl).pathname,
    text: text?.replace(/[\w.+%'=-]+@[\w-]+(?:\.[\w-]+)*/g, '(address left out)'),
  }));
  return { ...notice, cases: told };
}

describe.each(names)('what is kept of the notice %s', (name) => {
  const kept = redactNotice(fixture(file(name)));

  it('reads as the notice does, of the same court, without being told which', () => {
    expect(said(readCourtNotice(kept, {}))).toEqual(said(readCourtNotice(fixture(file(name)), {})));
    expect(Buffer.from(redactNotice(kept))).toEqual(Buffer.from(kept));
  });

  it('says that it is redacted, and holds no token, recipient or address', () => {
    expect(textOf(kept)).toMatch(/^X-Vigil-Redacted: /);
    expect(textOf(kept)).not.toMatch(/5ecret|MAGIC|magic_num|[?&]uid=|@|quill@|docket@/);
  });
});

/** What is kept of bytes, or the code by which they are refused. */
function outcome(bytes: Uint8Array): string {
  try {
    return textOf(redactNotice(bytes));
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}

const replaced = (name: string, from: string | RegExp, to: string): Uint8Array =>
  Buffer.from(Buffer.from(fixture(name)).toString('latin1').replaceAll(from, to), 'latin1');

describe('what is kept of a notice', () => {
  it('does not name those whom it was mailed to', () => {
    const mail = replaced(file('district'), 'Petra Quill &nbsp;', 'Xenia Tarn, 12 Quay Street &nbsp;');
    expect(textOf(redactNotice(mail))).not.toMatch(/Xenia|Quay/);
  });

  it('holds no alien number, wherever one stands', () => {
    const digits = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), digits, (name, place, number) => {
        const source = Buffer.from(fixture(file(name))).toString('latin1');
        const words = [...source.matchAll(/(?<=[>"\s])[A-Za-z]{3,}(?=[\s<",.])/g)];
        const word = words[place % words.length]!;
        const at = word.index + word[0].length;
        const bytes = Buffer.from(
          `${source.slice(0, at)} A099-${number.slice(0, 3)}-${number.slice(3)} ${source.slice(at)}`,
          'latin1',
        );
        expect(outcome(bytes).replace(/\D/g, '')).not.toContain(`099${number}`);
      }),
      { numRuns: 200 },
    );
  });

  it('has links of the court’s own system alone, with what names case and document', () => {
    const detour = 'https://track.example/?to=https%3A%2F%2Fecf.cacd.uscourts.gov%2Fdoc1%2F1%3Fmagic_num%3D5ecret';
    const mail = altered(
      file('district'),
      'magic_num=5ecret"\n>26',
      `session=5ecret&magic_num=5ecret"\n>26</a><a href="${detour}">x`,
    );
    const links = textOf(redactNotice(mail)).match(/https?:\S+/g);
    expect(links).toEqual([
      'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?690001',
      'https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=690001&de_seq_num=91',
    ]);
  });

  it('loses a token that is printed in a text, too', () => {
    const mail = altered(
      file('district'),
      'Hearing on',
      'See https://ecf.cacd.uscourts.gov/doc1/03119?magic_num=5ecret&caseid=1 or',
    );
    expect(textOf(redactNotice(mail))).toContain('/doc1/03119?magic_num=&caseid=1 or');
  });
});

describe('a mail of which nothing may be kept', () => {
  it.each([
    ['announces something else', fixture('court-notice/announcement.txt'), 'NOT_A_DOCKET'],
    ['is a letter', Buffer.from('From: ada@example.org\nSubject: hello\n\nDear Petra,\n'), 'NOT_A_DOCKET'],
    ['is of nobody’s court', replaced(file('district'), 'ecf.cacd.', 'ecf.nowhere.'), 'UNKNOWN_COURT'],
    [
      'calls its fields otherwise',
      altered(file('district'), '<tr><td><strong>Case Number', '<tr><td><strong>The Case Number'),
      'BAD_RECORD',
    ],
    ['is too large', Buffer.concat([fixture(file('plain')), Buffer.alloc(longestMail, 0x20)]), 'FETCH_TOO_LARGE'],
  ])('%s', (_what, mail, code) => {
    expect(() => redactNotice(mail)).toThrow(expect.objectContaining({ code }));
  });

  it.each(['district', 'plain', 'forwarded', 'acms'] as const)('ends before its docket text does: %s', (name) => {
    const bytes = fixture(file(name));
    const source = Buffer.from(bytes).toString('latin1');
    // Within the text and before; what comes behind it is the list of recipients.
    const text = Math.max(source.search(/LETTER|STATUS REPORT|MOTION for TRO <i>|FOR REHEARING/), 0);
    expect(text).toBeGreaterThan(0);
    for (const end of [text, text + 8]) {
      expect(() => redactNotice(bytes.subarray(0, end))).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(?:PAGE_TRUNCATED|NOT_A_DOCKET)$/) }),
      );
    }
  });

  const nested = (depth: number): string =>
    depth === 0
      ? 'Content-Type: text/html\n\n<p>x'
      : `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested(depth - 1)}\n--b${depth}--\n`;
  const lines = (line: string): string =>
    `X: y\nContent-Type: text/plain\n\n${line.repeat(Math.floor(2e6 / line.length))}`;
  it.each([
    ['a thousand parts in one another', `X: y\n${nested(1_000)}`],
    ['a part of two million boundaries', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(400_000)}`],
    ['base64 that is none', `Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n${'=%%%'.repeat(500_000)}`],
    [
      'endless quoted-printable',
      `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${'=3D='.repeat(500_000)}`,
    ],
    ['a header without end', `Content-Type: ${'multipart/mixed;('.repeat(120_000)}\n\nx`],
    ['cases without end', lines('Case Name: x\n\n')],
    ['a transaction without end', lines('The following transaction was entered on ')],
    ['addresses without end', lines('Case Name: a@b@c\n\nDocket Text: a.a.a.a.a.a@\n\nNotice sent\n\n')],
  ])('is hostile: %s', (_what, text) => {
    const before = process.cpuUsage();
    expect(() => redactNotice(Buffer.from(text))).toThrow(expect.objectContaining({ name: 'VigilError' }));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_500);
  });
});

describe('real notices', () => {
  it('are told from an announcement', () => {
    const bytes = readFileSync(join(sharedFolder('conformance'), 'nef_s3', 'ohsd_3.txt'));
    expect(() => redactNotice(bytes)).toThrow(expect.objectContaining({ code: 'NOT_A_DOCKET' }));
  });

  it.each(['nef_s3', 'nda'])('say the same after redaction, and nothing of their readers: %s', (kind) => {
    const folder = join(sharedFolder('conformance'), kind);
    let read = 0;
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt') && each !== 'ohsd_3.txt')) {
      const bytes = readFileSync(join(folder, name));
      const kept = redactNotice(bytes);
      read += 1;
      expect({ name, said: said(readCourtNotice(kept, {})) }).toEqual({ name, said: said(readCourtNotice(bytes, {})) });
      expect(textOf(kept)).not.toMatch(/magic_num|[?&]uid=|\w@\w/);
    }
    expect(read).toBe(kind === 'nda' ? 17 : 75);
  });
});
