import { publication } from '@vigil/source-kit';
import { describe, expect, it } from 'vitest';
import { openTerminal, type Output } from '../src/terminal/terminal.js';
import { toldText, type ToldEvent } from '../src/timeline/told-event.js';
import type { Environment } from '../src/world.js';

const facts = {
  number: '17',
  documentId: null,
  documentUrl: null,
  labels: ['Order'],
  text: null,
  filedOn: null,
  enteredAt: '2018-01-05T00:05:00.000Z',
  zone: 'America/Los_Angeles',
};
const told: ToldEvent = {
  courtId: 'ca4',
  docketCase: {
    id: '1',
    courtId: 'ca4',
    docketNumber: '17-90001',
    printedNumber: null,
    pacerCaseId: null,
    caption: 'Elm v. The Honourable Society of Ash Growers',
    facts: {},
    createdAt: '2018-01-05T00:06:00.000Z',
  },
  eventId: '2',
  content: {
    kind: 'DOCKET_ENTRY',
    occurredAt: { instant: facts.enteredAt, precision: 'MINUTE', day: '2018-01-04', zone: facts.zone },
    headline: 'Order',
    facts,
  },
  event: null,
  change: null,
};

function terminal(stdout: Partial<Output>, env: Environment = {}, json = false): ReturnType<typeof openTerminal> {
  return openTerminal({ stdout: { write: () => true, ...stdout }, stderr: { write: () => true }, env, json });
}

describe('a line of the timeline', () => {
  it('has colours only where a person looks, and never with NO_COLOR', () => {
    const coloured = (env: Environment, isTTY: boolean, json = false): boolean =>
      toldText(told, terminal({ isTTY, columns: 100 }, env, json)).includes('\u001b');
    expect(coloured({}, true)).toBe(true);
    expect(coloured({}, false)).toBe(false);
    expect(coloured({ NO_COLOR: '1' }, true)).toBe(false);
    expect(coloured({ TERM: 'dumb' }, true)).toBe(false);
    expect(coloured({}, true, true)).toBe(false);
  });

  it('is whole in a file, and no wider than a screen', () => {
    const whole =
      ' 4 Jan 2018 16:05 PST   ca4   17-90001       Order #17  Elm v. The Honourable Society of Ash Growers';
    expect(toldText(told, terminal({}))).toBe(whole);
    const cut = toldText(told, terminal({ isTTY: true, columns: 80 }, { NO_COLOR: '1' }));
    expect(cut).toBe(`${whole.slice(0, 79)}…`);
  });

  it('shows a day without a time as a day, and says what was changed', () => {
    const day = { instant: '2018-01-04T08:00:00.000Z', precision: 'DAY', day: '2018-01-04', zone: facts.zone } as const;
    const change = { seq: 9, kind: 'RETRACTED', what: [], recordedAt: '2018-01-06T00:00:00.000Z' } as const;
    const text = toldText({ ...told, content: { ...told.content, occurredAt: day }, change }, terminal({}));
    expect(text).toMatch(/^ 4 Jan 2018 {13}ca4 {3}17-90001 {7}\(retracted\) Order #17 {2}Elm/);
  });

  it('says what kind of publication it is', () => {
    const { content } = publication({
      court: 'fedreg',
      docketNumber: 'Federal Register',
      publisherId: '2018-90001',
      type: 'RULE',
      title: 'Fees for Ferries',
      zone: 'America/New_York',
    });
    const day = {
      instant: '2018-01-04T05:00:00.000Z',
      precision: 'DAY',
      day: '2018-01-04',
      zone: content.zone,
    } as const;
    const published = { kind: 'PUBLICATION', occurredAt: day, headline: 'Fees for Ferries', facts: content } as const;
    const docketCase = { ...told.docketCase, docketNumber: 'Federal Register', caption: null };
    const line = (facts: typeof content): string =>
      toldText({ ...told, courtId: 'fedreg', docketCase, content: { ...published, facts } }, terminal({}));
    expect(line(content)).toMatch(/^ 4 Jan 2018 {13}fedreg {2}Federal Register {2}Fees for Ferries \[RULE\]$/);
    expect(line({ ...content, type: null })).toMatch(/ Fees for Ferries$/);
  });
});
