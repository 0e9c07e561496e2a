import { expect, it } from 'vitest';
import { readNewsFeed } from '../src/index.js';

const feed = (inner: string): Uint8Array =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${inner}</channel></rss>`);
const codeOf = (bytes: Uint8Array): unknown => {
  try {
    return readNewsFeed(bytes).items.length;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

it('reads a channel and its items, without markup, and nothing that it does not say', () => {
  const bytes = feed(`<title>Orders of the day</title><description>Orders &amp; opinions</description>
    <lastBuildDate>Thu, 05 Mar 2026 23:45:00 GMT</lastBuildDate>
    <item><title><![CDATA[Rivermouth v. Gull: <b>Order</b> granting stay]]></title><link> https://orders.example/1 </link>
      <guid isPermaLink="false">order-1</guid><pubDate>Thu, 05 Mar 2026 18:41:18 -0500</pubDate>
      <description>&lt;p&gt;A caf&#233;.&lt;/p&gt;</description></item>
    <item><title></title><pubDate>yesterday</pubDate></item>`);
  expect(readNewsFeed(bytes, 'application/rss+xml')).toEqual({
    title: 'Orders of the day',
    description: 'Orders & opinions',
    builtAt: '2026-03-05T23:45:00.000Z',
    items: [
      {
        title: 'Rivermouth v. Gull: Order granting stay',
        link: 'https://orders.example/1',
        guid: 'order-1',
        description: 'A café.',
        publishedAt: '2026-03-05T23:41:18.000Z',
      },
      { title: null, link: null, guid: null, description: null, publishedAt: null },
    ],
  });
});

it('takes numbers of persons away at the door', () => {
  const bytes = feed('<item><title>Matter of R-, A 099-411-200</title><guid>1</guid></item>');
  expect(JSON.stringify(readNewsFeed(bytes))).not.toContain('411');
});

it.each([
  ['an empty answer', Buffer.from(''), 'NOT_A_FEED'],
  ['a page of HTML', Buffer.from('<!doctype html><html></html>'), 'NOT_A_FEED'],
  ['a feed of Atom', Buffer.from('<feed xmlns="http://www.w3.org/2005/Atom"></feed>'), 'NOT_A_FEED'],
  ['half a feed', feed('<item><title>x</title></item>').subarray(0, 90), 'FEED_BROKEN'],
  ['a feed without items', feed(''), 0],
])('tells %s', (_what, bytes, outcome) => {
  expect(codeOf(bytes)).toBe(outcome);
});
