import { ensureTarget, record } from '@vigil/db';
import { publication, type PublicationShape } from '@vigil/source-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

const rule: PublicationShape = {
  court: 'fedreg',
  docketNumber: 'Federal Register',
  publisherId: '2026-90001',
  type: 'RULE',
  title: 'Fees for Ferries',
  text: 'The Harbour Office raises what a crossing costs.',
  url: 'https://www.federalregister.gov/documents/2026/03/02/2026-90001/fees-for-ferries',
  issuers: ['Harbour Office'],
  dockets: ['HO-2026-0001'],
  publishedOn: '2026-03-02',
  zone: 'America/New_York',
};
const page = { court: 'web', docketNumber: 'harbour.example', type: 'PAGE', title: 'Hours', zone: 'Etc/UTC' };
const pageId = 'https://harbour.example/hours';

describe('publications', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const { db } = gateway;
    const watch = (source: string, courtId: string): Promise<string> =>
      ensureTarget(db, { source, params: {}, title: source, courtId });
    const opinion = publication({
      court: 'cacd',
      docketNumber: '8:26-cv-00100',
      publisherId: 'USCOURTS-cacd-8_26-cv-00100-0',
      type: 'OPINION',
      title: 'Doe v. Roe',
      publishedOn: '2026-03-01',
      zone: 'America/Los_Angeles',
    });
    await record(db, reading(await feedTarget(db), at(1), [caption('100', 'Doe v. Roe'), entry()]));
    await record(db, reading(await watch('opinions', 'cacd'), at(2), [opinion]));
    await record(db, reading(await watch('register', 'fedreg'), at(3), [publication(rule)]));
    const pages = await watch('pages', 'web');
    for (const [minute, text] of ['Open at nine', 'Open at ten'].entries())
      await record(db, reading(pages, at(4 + minute), [publication({ ...page, publisherId: pageId, text })]));
  });
  afterAll(() => gateway.close());

  it('say what was published, where and by whom', async () => {
    const { timeline } = await gateway.data(`{
      timeline(filter: { courts: ["fedreg"] }) {
        nodes {
          __typename kind headline occurredAt { day precision zone }
          case { docketNumber court { code kind feed { statement } } }
          ... on Publication { publisherId type title text url issuers dockets publishedOn publishedAt }
        }
      }
    }`);
    const { court, docketNumber, zone, ...said } = rule;
    expect(timeline.nodes).toEqual([
      {
        __typename: 'PublicationEvent',
        kind: 'PUBLICATION',
        headline: 'Fees for Ferries',
        occurredAt: { day: '2026-03-02', precision: 'DAY', zone },
        case: {
          docketNumber,
          court: { code: court, kind: 'PUBLISHER', feed: { statement: expect.stringMatching(/no court/) } },
        },
        ...said,
        publishedAt: null,
      },
    ]);
  });

  it('stand in the timeline of the case that they belong to, beside its docket entries', async () => {
    const query = `query ($kinds: [EventKind!]) {
      timeline(filter: { courts: ["cacd"], kinds: $kinds }) { nodes { __typename case { pacerCaseId caption } } }
    }`;
    const ofCase = { pacerCaseId: '100', caption: 'Doe v. Roe' };
    const told = async (kinds: readonly string[] | null): Promise<unknown> =>
      (await gateway.data(query, { kinds })).timeline.nodes;
    expect(await told(null)).toEqual([
      { __typename: 'DocketEntryEvent', case: ofCase },
      { __typename: 'PublicationEvent', case: ofCase },
    ]);
    expect(await told(['PUBLICATION'])).toEqual([{ __typename: 'PublicationEvent', case: ofCase }]);
    expect(await told(['DOCKET_ENTRY'])).toEqual([{ __typename: 'DocketEntryEvent', case: ofCase }]);
  });

  it('that are pages keep what they said before, each from when it was first seen', async () => {
    const { timeline } = await gateway.data(`{
      timeline(filter: { text: "open ten" }) {
        nodes {
          occurredAt { instant precision }
          ... on Publication { text }
          revisions { content { occurredAt { instant } ... on Publication { text } } states { content { ... on Publication { text } } } }
        }
      }
    }`);
    const [nine, ten] = [{ text: 'Open at nine' }, { text: 'Open at ten' }];
    expect(timeline.nodes).toEqual([
      {
        ...ten,
        occurredAt: { instant: at(5), precision: 'INTERVAL' },
        revisions: [
          { content: { ...nine, occurredAt: { instant: at(4) } }, states: [{ content: nine }] },
          { content: { ...ten, occurredAt: { instant: at(5) } }, states: [{ content: nine }, { content: ten }] },
        ],
      },
    ]);
  });

  it('have publishers, which the list of courts does not show unless it is asked to', async () => {
    const codes = async (filter: string): Promise<readonly string[]> =>
      (await gateway.data(`{ courts${filter} { code } }`)).courts.map(({ code }) => code);
    expect(await codes('(filter: { kinds: [PUBLISHER] })')).toEqual(['fedreg', 'vigil', 'web']);
    expect(await codes('')).not.toContain('fedreg');
    expect(await codes('(filter: { hasFeed: false })')).not.toContain('web');
    const { court } = await gateway.data('{ court(id: "fedreg") { code name kind } }');
    expect(court).toEqual({ code: 'fedreg', name: 'Federal Register', kind: 'PUBLISHER' });
  });
});
