import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Fault, FaultKind } from './fault.js';
import { feedType, htmlPage, type Page, textPage } from './page.js';
import { sendPage } from './send-page.js';

/** What a fault spoils. */
export interface SpoiltAnswer {
  /** The address asked for, as the client knows it. */
  readonly url: string;
  /** The right answer; made only when the fault needs it. */
  readonly page: () => Page;
  readonly response: ServerResponse;
}

type Answer<F> = (fault: F, answer: SpoiltAnswer) => void | Promise<void>;

const answers: { readonly [K in FaultKind['kind']]: Answer<Extract<Fault, { kind: K }>> } = {
  'rate-limited': (fault, { response }) => sendPage(response, refusal(429, 'too many requests', fault)),
  unavailable: (fault, { response }) => sendPage(response, refusal(503, 'service unavailable', fault)),
  hang: () => undefined,
  drip: async ({ bytesPerSecond }, { page, response }) => {
    const { status, headers, body } = page();
    response.writeHead(status, { ...headers, 'content-length': body.length });
    const piece = Math.max(1, Math.round(bytesPerSecond / 10));
    for (let sent = 0; sent < body.length && !response.destroyed; sent += piece) {
      response.write(body.subarray(sent, sent + piece));
      await setTimeout(100, undefined, { ref: false });
    }
    response.end();
  },
  truncated: ({ announced }, { page, response }) => {
    const { status, headers, body } = page();
    const half = body.subarray(0, Math.floor(body.length / 2));
    response.writeHead(status, { ...headers, 'content-length': announced === 'whole' ? body.length : half.length });
    if (announced === 'half') response.end(half);
    else response.write(half, () => response.destroy());
  },
  maintenance: ({ status }, { response }) =>
    sendPage(
      response,
      htmlPage(
        status,
        'CM/ECF is down for scheduled maintenance',
        '<p>The system is temporarily unavailable. Please try again later.</p>',
      ),
    ),
  challenge: ({ status }, { response }) =>
    sendPage(
      response,
      htmlPage(
        status,
        'Just a moment...',
        '<p>Verify you are human by completing the action below.</p><div id="captcha"></div>',
      ),
    ),
  html: (_fault, { response }) =>
    sendPage(
      response,
      htmlPage(
        200,
        'CM/ECF',
        '<p>Welcome to the electronic case filing system.</p><a href="/cgi-bin/login.pl">Log in</a>',
      ),
    ),
  'not-xml': (_fault, { response }) =>
    sendPage(response, {
      status: 200,
      headers: { 'content-type': feedType },
      body: Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 167 + 13) % 256)),
    }),
  zeros: async ({ megabytes }, { response }) => {
    response.writeHead(200, { 'content-type': feedType });
    await pipeline(zeros(megabytes), response);
  },
  'gzip-bomb': async ({ megabytes }, { response }) => {
    response.writeHead(200, { 'content-type': feedType, 'content-encoding': 'gzip' });
    await pipeline(zeros(megabytes), createGzip({ level: 9 }), response);
  },
  'wrong-charset': (_fault, { page, response }) => {
    const { status, headers, body } = page();
    // In UTF-8 these bytes are an error; in ISO-8859-1 two of them are control characters.
    const comment = Buffer.from('<!-- caf\u00e9 \u0093quoted\u0094 -->', 'latin1');
    const afterDeclaration = body.indexOf('?>') + 2;
    sendPage(response, {
      status,
      headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' },
      body: Buffer.concat([body.subarray(0, afterDeclaration), comment, body.subarray(afterDeclaration)]),
    });
  },
  'redirect-loop': (_fault, { url, response }) => sendPage(response, redirect(url)),
  'redirect-away': ({ to }, { response }) => sendPage(response, redirect(to)),
  reset: (_fault, { response }) => {
    response.socket?.resetAndDestroy();
  },
  robots: ({ body }, { response }) =>
    sendPage(response, { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from(body) }),
};

/** Answers as the fault wants it. Rejects only when the client goes away in the middle. */
export async function answerFaultily(fault: Fault, answer: SpoiltAnswer): Promise<void> {
  await (answers[fault.kind] as Answer<Fault>)(fault, answer);
}

function refusal(status: number, text: string, { retryAfterSeconds }: { readonly retryAfterSeconds?: number }): Page {
  const page = textPage(status, text);
  return retryAfterSeconds === undefined
    ? page
    : { ...page, headers: { ...page.headers, 'retry-after': String(retryAfterSeconds) } };
}

function redirect(to: string): Page {
  const page = textPage(302, `see ${to}`);
  return { ...page, headers: { ...page.headers, location: to } };
}

function zeros(megabytes: number): Readable {
  const megabyte = Buffer.alloc(1_000_000);
  return Readable.from(Array.from({ length: megabytes }, () => megabyte));
}
