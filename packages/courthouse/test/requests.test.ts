import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Courthouse, startCourthouse } from '../src/index.js';
import { RequestLog } from '../src/request-log.js';
import { ask } from './ask.js';
import { cacd, district, nyed, scenarioOf } from './small-scenario.js';

let courthouse: Courthouse;
beforeEach(async () => {
  courthouse = await startCourthouse({ scenario: scenarioOf(district, nyed) });
});
afterEach(async () => {
  vi.useRealTimers();
  await courthouse.close();
});

test('every request is logged with its host, path, time and status', async () => {
  const before = Date.now();
  await ask(courthouse, cacd);
  await ask(courthouse, { ...cacd, path: '/nowhere?x=1' });
  courthouse.fault(cacd.host, { kind: 'reset' });
  await ask(courthouse, cacd);
  expect(courthouse.requests.map(({ host, path, status }) => [host, path, status])).toEqual([
    [cacd.host, cacd.path, 200],
    [cacd.host, '/nowhere?x=1', 404],
    [cacd.host, cacd.path, null],
  ]);
  for (const { time } of courthouse.requests) {
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  }
});

test('requests that a host is answering at once are counted, by host', async () => {
  courthouse.fault(cacd.host, { kind: 'hang' });
  const patience = 400;
  const other = { host: 'ecf.nyed.uscourts.gov', path: '/cgi-bin/readyDockets.pl' };
  await Promise.all([
    ask(courthouse, { ...cacd, patience }),
    ask(courthouse, { ...cacd, patience }),
    ask(courthouse, other),
  ]);
  expect(courthouse.requests.filter(({ host }) => host === cacd.host).map(({ concurrent }) => concurrent)).toEqual([
    1, 2,
  ]);
  expect(courthouse.requests.find(({ host }) => host === other.host)?.concurrent).toBe(1);
  courthouse.fault(cacd.host, null);
  await ask(courthouse, cacd);
  expect(courthouse.requests.at(-1)?.concurrent).toBe(1);
});

test('a budget is exceeded by the worst sixty seconds of a host, wherever the minute begins', () => {
  vi.useFakeTimers({ now: 0 });
  const log = new RequestLog();
  for (const time of [0, 50_000, 55_000, 70_000, 110_001, 200_000]) {
    vi.setSystemTime(time);
    log.begin('a', '/')(200);
  }
  log.begin('b', '/')(200);
  expect(log.budgetExceeded(3)).toEqual([]);
  expect(log.budgetExceeded(2)).toEqual([{ host: 'a', requests: 3, from: 0 }]);
});

test('a courthouse tells which hosts were asked too often', async () => {
  for (let i = 0; i < 4; i += 1) await ask(courthouse, cacd);
  expect(courthouse.budgetExceeded(4)).toEqual([]);
  expect(courthouse.budgetExceeded(3)).toMatchObject([{ host: cacd.host, requests: 4 }]);
});
