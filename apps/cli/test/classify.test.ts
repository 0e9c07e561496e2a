import { describe, expect, it } from 'vitest';
import { records, vigilReading } from './vigil.js';

const lines = (...entries: readonly object[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

describe('vigil classify', () => {
  it('reads lines of JSON and prints what each says has happened', async () => {
    const text = 'ORDER granting 4 Motion for TRO. Signed by Judge Ada Quill on 5/2/2031. (rk)';
    const { code, out } = await vigilReading(lines({ id: 'a', text, court: 'nynd' }), 'classify');
    expect(code).toBe(0);
    expect(records(out)).toEqual([
      {
        id: 'a',
        tags: ['tro.granted'],
        hearings: [],
        deadlines: [],
        computedDeadlines: [],
        refs: [4],
        judge: 'Ada Quill',
        actor: 'COURT',
        urgency: { level: 'U1', because: ['tro.granted'] },
        wantsText: false,
      },
    ]);
  });

  it('takes a feed’s labels where there is no text, and shows what found a tag', async () => {
    const entry = { id: 7, text: null, court: null, labels: ['Order on Motion for TRO'] };
    const { out } = await vigilReading(lines(entry), 'classify', '--findings');
    expect(records(out)[0]).toMatchObject({
      id: 7,
      tags: ['tro.unknown'],
      wantsText: true,
      findings: [{ tag: 'tro.unknown', words: 'Motion for TRO' }],
    });
  });

  it('tells hearings and deadlines in the time of the courtroom, and apart the days that it counted', async () => {
    const text =
      'ORDER: Status Conference set for 4/6/2026 is advanced to 4/2/2026 at 9:30 AM. Return due by 3/20/2026. Petitioner shall reply within 7 days of this order.';
    const { out } = await vigilReading(lines({ id: 1, text, court: 'txwd', filed: '2026-03-02' }), 'classify');
    expect(records(out)[0]).toMatchObject({
      hearings: [{ status: 'reset', date: '2026-04-02', time: '09:30', zone: 'America/Chicago' }],
      deadlines: [{ date: '2026-03-20' }],
      computedDeadlines: [{ date: '2026-03-09', amount: 7, unit: 'DAY', rule: '6(a)(1)' }],
    });
  });

  it('goes on behind a line that it cannot read, and ends with an error', async () => {
    const given = `${lines({ id: 1, text: 'MANDATE issued.', court: 'ca1' })}no JSON\n${lines({ id: 3, text: 4 }, { id: 4 }, { text: 'ORDER.', filed: '2026-13-45' })}`;
    const { code, out, err } = await vigilReading(given, 'classify');
    expect(code).toBe(1);
    expect(records(out)).toMatchObject([
      { id: 1, tags: ['appeal.mandate'] },
      { id: null, line: 2, error: { code: 'BAD_INPUT', message: 'a line is not JSON' } },
      { id: null, line: 3, error: { code: 'BAD_INPUT' } },
      { id: null, line: 4, error: { code: 'BAD_INPUT', message: 'an entry wants a text or labels' } },
      { id: null, line: 5, error: { code: 'BAD_INPUT', message: expect.stringContaining('2026-03-02') } },
    ]);
    expect(err).toContain('4 of 5 lines could not be read');
  });
});
