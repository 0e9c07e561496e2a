import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VigilError } from '@vigil/errors';
import type { CourtAddress } from './court-address.js';
import type { Fault, FaultPlan } from './fault.js';
import { FaultRegister } from './fault-register.js';
import { answerFaultily } from './faulty-answer.js';
import { indexPage } from './index-page.js';
import { type Page, textPage } from './page.js';
import { recordedPageSites, type RecordedPage } from './recorded-pages.js';
import { recordedSites } from './recorded-sites.js';
import { type BudgetOverrun, RequestLog, type RequestLogEntry } from './request-log.js';
import type { Scenario } from './scenario.js';
import { scenarioSite } from './scenario-site.js';
import { sendPage } from './send-page.js';
import type { Site } from './site.js';
import { VirtualClock } from './virtual-clock.js';

/** What a courthouse plays; a Scenario, a folder of recordings, or both. */
export interface CourthouseOptions {
  readonly scenario?: Scenario;
  /** A folder of recorded feeds, served byte for byte. */
  readonly replay?: string;
  /** Recorded pages of publishers of any kind, served byte for byte. */
  readonly pages?: readonly RecordedPage[];
  /** The time the Scenario is played in; by its own timetable from now on when absent. */
  readonly clock?: VirtualClock;
  /** A free one when absent. */
  readonly port?: number;
  readonly faults?: FaultPlan;
}

/** A running simulator of courts' sites, on loopback. */
export interface Courthouse {
  /** `http://127.0.0.1:PORT`. Ask it for the courts' own paths, with the court's host in the Host header. */
  readonly origin: string;
  /** The courts that are served. */
  readonly sites: readonly CourtAddress[];
  readonly clock: VirtualClock;
  /** The latest requests, in the order of arrival. */
  readonly requests: readonly RequestLogEntry[];
  /** The hosts that had more than `perMinute` requests within some sixty seconds. */
  budgetExceeded(perMinute: number): readonly BudgetOverrun[];
  /** Gives a host a fault, or takes it away. Throws BAD_INPUT for a host that is not served. */
  fault(host: string, fault: Fault | null): void;
  /** Ends every connection and stops. */
  close(): Promise<void>;
}

/**
 * Starts a courthouse. Throws BAD_INPUT when there is nothing to serve, when two things claim the same court or when a
 * fault names a host that is not served; BAD_SETTING when the port is not to be had.
 */
export async function startCourthouse(options: CourthouseOptions): Promise<Courthouse> {
  const { scenario, replay, pages = [], port = 0, faults = {} } = options;
  const clock = options.clock ?? new VirtualClock(scenario?.clock ?? { start: Date.now(), beats: [], speed: 1 });
  const sites = byHost([
    ...(scenario?.courts.map((court) => scenarioSite(court, clock)) ?? []),
    ...(replay === undefined ? [] : await recordedSites(replay)),
    ...recordedPageSites(pages),
  ]);
  const log = new RequestLog();
  const register = new FaultRegister(sites.keys(), faults);

  const server = createServer((request, response) => {
    void serve({ request, response, sites, clock, log, register }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new VigilError('BAD_SETTING', `The courthouse cannot listen on port ${port}`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sites: [...sites.values()].flatMap(({ court }) => court ?? []),
    clock,
    requests: log.entries,
    budgetExceeded: (perMinute) => log.budgetExceeded(perMinute),
    fault: (host, fault) => register.set(host, fault),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function byHost(sites: readonly Site[]): ReadonlyMap<string, Site> {
  if (sites.length === 0)
    throw new VigilError('BAD_INPUT', 'A courthouse needs a scenario, a folder of recordings or pages');
  const map = new Map<string, Site>();
  for (const site of sites) {
    if (map.has(site.host)) {
      throw new VigilError('BAD_INPUT', `Two of what is to be served have the site ${site.host}`);
    }
    map.set(site.host, site);
  }
  return map;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly sites: ReadonlyMap<string, Site>;
  readonly clock: VirtualClock;
  readonly log: RequestLog;
  readonly register: FaultRegister;
}

async function serve({ request, response, sites, clock, log, register }: Exchange): Promise<void> {
  const { host, path } = addressOf(request);
  const end = log.begin(host, path);
  response.once('close', () => end(response.headersSent ? response.statusCode : null));
  response.setHeader('x-simulator', 'vigil-courthouse');

  const site = sites.get(host);
  if (site === undefined)
    return sendPage(response, isOwn(host) && path === '/' ? indexPage(sites.values(), clock.now()) : nobody(host));
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendPage(response, textPage(405, 'only GET and HEAD'));

  const page = (): Page => pageOf(site, path, request);
  const fault = register.take(host, path === '/robots.txt' ? 'robots' : 'page');
  if (fault === null) return sendPage(response, page());
  return answerFaultily(fault, { url: `https://${host}${path}`, page, response });
}

function pageOf(site: Site, path: string, request: IncomingMessage): Page {
  const page = site.page(path, request.headers);
  if (page !== null) return page;
  if (path === '/robots.txt') {
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from(site.robots) };
  }
  return textPage(404, `${site.host} has nothing there`);
}

const nobody = (host: string): Page => textPage(421, `${host} is not served here`);

const isOwn = (host: string): boolean => host === '127.0.0.1' || host === 'localhost';

/** The court's host and path; a browser, which cannot choose its Host header, puts the host before the path. */
function addressOf(request: IncomingMessage): { readonly host: string; readonly path: string } {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const path = request.url ?? '/';
  const prefixed = isOwn(host) ? /^\/([^/]+)(\/.*)$/.exec(path) : null;
  return { host: prefixed?.[1] ?? host, path: prefixed?.[2] ?? path };
}
