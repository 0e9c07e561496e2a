import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, type CapturedPage, type Reading } from '@vigil/source-kit';
import { mergeCase, observe, seenOnce, type CaseFacts, type CaseStatement } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('case-query');

interface Page {
  readonly head?: string;
  /** What the links below the head call the case. */
  readonly ids?: readonly string[];
}

const judged = 'Elm v. Ash<br>Ada Rook, presiding<br><b>Date filed:</b> 03/02/2026<br>';

const answer = ({ head = judged, ids = ['990007', '990007'] }: Page = {}): Buffer =>
  Buffer.from(`<html><head><title>Case Summary</title></head><body><div id="cmecfMainContent"><center><b><font size="+1">5:26-cv-90007-ABC</font></b> ${head}</center>
<table><tr><td>${ids.map((id) => `<a href="/cgi-bin/qryParties.pl?${id}">Party</a>`).join('<br>')}</td></tr></table></div></body></html>`);

const pageOf = (body: Uint8Array): CapturedPage => ({ url: '', capturedAt: '', status: 200, headers: {}, body });

const read = (body: Uint8Array, params: unknown = { court: 'cacd', caseId: '990007' }): Reading =>
  readPage(source, params, pageOf(body));

const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

describe('the answer to a query for a case', () => {
  it('is one statement, of the case', () => {
    expect(read(answer()).statements).toMatchObject([
      {
        kind: 'case',
        case: { court: 'cacd', caseId: '990007', docketNumber: '5:26-cv-90007' },
        recordKey: 'case:990007',
        content: { caption: 'Elm v. Ash', filedOn: '2026-03-02', terminatedOn: null, assignedTo: 'Ada Rook' },
      },
    ]);
  });

  it('tells of the case as it changes, and as it changes back', () => {
    const closed = answer({ head: `${judged}<b>Date terminated:</b> 04/17/2026<br>` });
    const facts = (...pages: readonly Buffer[]): CaseFacts =>
      mergeCase(
        pages.map((body, n) => {
          const observation = observe(source.id, read(body).statements[0] as CaseStatement);
          return { observation, runs: [seenOnce('query', `2026-05-0${n + 1}T00:00:00.000Z~0000000000000000`)] };
        }),
      );
    expect(facts(answer(), closed).terminatedOn).toBe('2026-04-17');
    // What a page leaves out is unknown, and takes nothing back.
    expect(facts(closed, answer({ head: judged.replace('Rook', 'Crane') }))).toMatchObject({ assignedTo: 'Ada Crane' });
  });

  it('is a failure where it ends early, or says nothing of the case', () => {
    const whole = answer();
    for (const end of [whole.indexOf('</center>'), whole.indexOf('<table>'), whole.indexOf('</td>')])
      expect(() => read(whole.subarray(0, end))).toThrow(refusal('PAGE_TRUNCATED'));
    expect(() => read(answer({ head: 'Elm v. Ash<br>' }))).toThrow(refusal('BAD_RECORD'));
    for (const label of ['Date filed', 'Date terminated', 'Date of last filing']) {
      const dates = Object.entries({ 'Date filed': '03/02/2026', [label]: 'soon' });
      const head = `Elm v. Ash<br>${dates.map(([name, date]) => `<b>${name}:</b> ${date}<br>`).join('')}`;
      expect(() => read(answer({ head }))).toThrow(refusal('BAD_RECORD'));
    }
    expect(() => read(Buffer.from('<html><body><h3>Case not found.</h3></body></html>'))).toThrow('Case not found.');
  });

  it('is of the case that was asked for', () => {
    expect(() => read(answer(), { court: 'cacd', caseId: '990008' })).toThrow(refusal('BAD_INPUT'));
    expect(() => read(answer(), { court: 'cacd', docketNumber: '5:26-cv-90008' })).toThrow(refusal('BAD_INPUT'));
    expect(() => read(answer(), { court: 'cacd', docketNumber: '5:26-cv-90007' })).not.toThrow();
    expect(() => read(answer({ ids: ['990007', '990008'] }))).toThrow(refusal('PAGE_TRUNCATED'));
  });

  it('is known by itself, and says where a case is not there', () => {
    expect(source.paramsOfPage?.(answer(), 'cacd')).toEqual({ court: 'cacd', caseId: '990007' });
    expect(source.paramsOfPage?.(answer({ ids: [] }), 'cacd')).toBeNull();
    if (source.kind !== 'detail') throw new TypeError(source.kind);
    const absent = source.absent.bind(source);
    expect(absent(pageOf(answer()))).toBe(false);
    expect(absent(pageOf(Buffer.from('<html><body><h3>Case not found.</h3></body></html>')))).toBe(true);
  });

  it('is stored once, wherever a browser says that it saved it from', () => {
    const from = (look: string): Buffer =>
      Buffer.concat([
        Buffer.from(`\n<!-- saved from url=(0071)https://ecf.cacd.uscourts.gov/cgi-bin/iquery.pl?${look} -->\n`),
        answer(),
      ]);
    expect(source.canonical(from('1319-L_1_0-1'))).toEqual(source.canonical(from('4418-L_1_0-1')));
  });
});

it('recorded answers are told whole: 24 cases, each with the day on which it was filed', () => {
  const folder = join(sharedFolder('conformance'), 'case_queries');
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const told = files.flatMap((file) => {
    const body = readFileSync(join(folder, file));
    const params = source.paramsOfPage!(body, file.split(/[_.]/)[0]!);
    return params === null ? [] : [read(body, params)];
  });
  expect([files.length, told.length]).toEqual([25, 24]);
  for (const { statements, skipped } of told) {
    expect([statements.length, skipped]).toEqual([1, []]);
    const { case: of, content } = statements[0] as CaseStatement;
    expect([of.caseId, of.docketNumber, content.filedOn]).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/\d\d-/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    ]);
  }
});
