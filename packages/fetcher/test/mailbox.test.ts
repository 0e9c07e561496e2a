import type { ErrorCode } from '@vigil/errors';
import { createTestDovecot, hasDovecot, type TestDovecot } from '@vigil/tooling/testing';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openMailbox, type Delivery, type Mailbox, type MailboxOptions } from '../src/index.js';

const at = new Date('2026-03-02T16:00:00Z');
const mail = (subject: string, size = 0): Buffer => Buffer.from(`Subject: ${subject}\r\n\r\n${'x'.repeat(size)}\r\n`);

interface Look {
  readonly mails: readonly (string | null)[];
  readonly deliveries: readonly Delivery[];
  readonly place: string;
}

/** Reads to the end, or so many mails. */
async function look(mailbox: Mailbox, place: string | null, most = Infinity): Promise<Look> {
  const deliveries: Delivery[] = [];
  const reading = mailbox.readFrom(place);
  let step = await reading.next();
  for (; !step.done && deliveries.length < most; step = await reading.next()) deliveries.push(step.value);
  if (!step.done) await reading.return('');
  const subject = (each: Delivery): string | null =>
    each.refused === null ? /^Subject: (.*)/.exec(Buffer.from(each.bytes).toString())![1]!.trim() : null;
  return { mails: deliveries.map(subject), deliveries, place: step.done ? step.value : deliveries.at(-1)!.place };
}

describe.runIf(hasDovecot())('a mailbox on a real server', () => {
  let dovecot: TestDovecot;
  let options: MailboxOptions;
  beforeAll(async () => {
    dovecot = await createTestDovecot();
    const { host, port, user, password } = dovecot;
    options = { host, port, user, password, secure: false, folder: 'INBOX' };
  });
  afterAll(() => dovecot.drop());

  it('is read from the first mail, then from where the last look ended, and nothing in it is changed', async () => {
    const mailbox = openMailbox(options);
    const empty = await look(mailbox, null);
    expect(empty.mails).toEqual([]);
    for (const name of ['a', 'b', 'c']) await dovecot.deliver(mail(name), at);
    const first = await look(mailbox, empty.place);
    expect(first.mails).toEqual(['a', 'b', 'c']);
    expect(first.deliveries[0]).toMatchObject({ refused: null, deliveredAt: at.toISOString() });
    expect((await look(mailbox, first.place)).mails).toEqual([]);
    await dovecot.deliver(mail('d'), at);
    expect((await look(mailbox, first.place)).mails).toEqual(['d']);
    expect((await look(mailbox, first.deliveries[1]!.place)).mails).toEqual(['c', 'd']);
    // A file of a maildir bears the flags of its mail behind `:2,`.
    const files = await dovecot.files();
    expect(files).toHaveLength(4);
    expect(files.filter((name) => /:2,./.test(name))).toEqual([]);
  });

  it('may be left in the middle, and is read a few mails at a time', async () => {
    const mailbox = openMailbox({ ...options, limits: { mails: 3 } });
    const left = await look(mailbox, null, 2);
    expect(left.mails).toEqual(['a', 'b']);
    expect((await look(mailbox, null)).mails).toEqual(['a', 'b', 'c']);
    expect((await look(mailbox, (await look(mailbox, null)).place)).mails).toEqual(['d']);
    const hurried = openMailbox({ ...options, limits: { lookMs: 0 } });
    expect((await look(hurried, left.place)).mails).toEqual([]);
    expect((await look(mailbox, (await look(hurried, left.place)).place)).mails).toEqual(['c', 'd']);
  });

  it('has a mail that is too large: it is refused, and passed', async () => {
    await dovecot.deliver(mail('large', 5_000), at);
    await dovecot.deliver(mail('e'), at);
    const small = openMailbox({ ...options, limits: { mailBytes: 4_000 } });
    const { mails, deliveries, place } = await look(small, null);
    expect(mails).toEqual(['a', 'b', 'c', 'd', null, 'e']);
    expect(deliveries[4]).toMatchObject({ refused: { code: 'FETCH_TOO_LARGE' } });
    expect((await look(small, place)).mails).toEqual([]);
  });

  it('that is numbered anew, or is another one, is read from its first mail', async () => {
    const mailbox = openMailbox(options);
    const { place, mails } = await look(mailbox, null);
    const other = place.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    expect((await look(mailbox, other)).mails).toEqual(mails);
    await dovecot.renumber();
    const again = await look(mailbox, place);
    expect(new Set(again.mails)).toEqual(new Set(mails));
    expect(again.mails).toHaveLength(mails.length);
    expect(again.place).not.toBe(place);
    expect(place).not.toContain(options.user);
  });

  it('refuses a wrong password and a folder that is not there, and says neither password nor user', async () => {
    const failure = async (wrong: Partial<MailboxOptions>): Promise<unknown> => {
      try {
        return await look(openMailbox({ ...options, ...wrong }), null);
      } catch (error) {
        return error;
      }
    };
    const login = await failure({ password: 'sEcret' });
    expect(login).toMatchObject({ code: 'MAILBOX_LOGIN', retryAfterMs: 3_600_000 });
    const folder = await failure({ folder: 'Courts' });
    expect(folder).toMatchObject({ code: 'BAD_SETTING', message: expect.stringContaining('no folder Courts') });
    expect(await failure({ port: 1 })).toMatchObject({ code: 'FETCH_CONNECTION' });
    expect(inspect([login, folder], { depth: 9, showHidden: true })).not.toMatch(/sEcret|hunter2|petra/);
  });

  it('is left at once when its reader is told to stop', async () => {
    const stop = new AbortController();
    const reading = openMailbox(options).readFrom(null, stop.signal);
    await reading.next();
    stop.abort(new Error('enough'));
    await expect(reading.next()).rejects.toThrow('enough');
  });
});

type Script = (line: string, tag: string, socket: Socket) => void;

describe('a server that does not behave', () => {
  const limits = { connectMs: 500, stepMs: 700, mailBytes: 1_000 };
  const ready = '* OK ready\r\n';
  /** Answers each line of the client with what the script says of it; nothing where it says nothing. */
  async function badServer(script: Script, greeting = ready): Promise<Mailbox> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.write(greeting);
      socket.on('data', (data) => {
        const lines = data.toString().split('\r\n');
        for (const line of lines) if (line !== '') script(line, line.split(' ')[0]!, socket);
      });
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const account = { host: '127.0.0.1', port, secure: false, user: 'petra', password: 'x', folder: 'INBOX' };
    return openMailbox({ ...account, limits });
  }

  const answers: readonly (readonly [asked: RegExp, answer: string])[] = [
    [/ CAPABILITY/, '* CAPABILITY IMAP4rev1\r\n'],
    [/ LOGIN/, ''],
    [/ (?:LIST|LSUB)/, '* LIST () "/" INBOX\r\n'],
    [/ EXAMINE/, '* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 2] x\r\n'],
    [/ UID SEARCH/, '* SEARCH 1\r\n'],
    [/ UID FETCH .*RFC822.SIZE/, '* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n'],
  ];
  /** As a good server answers, until a mail is asked for. */
  const until =
    (mail: Script): Script =>
    (line, tag, socket) => {
      const [, answer] = answers.find(([asked]) => asked.test(line)) ?? [];
      if (answer === undefined) mail(line, tag, socket);
      else socket.write(`${answer}${tag} OK\r\n`);
    };
  const nothing: Script = () => undefined;
  const endless: Script = (_line, _tag, socket) =>
    void socket.write(`* 1 FETCH (UID 1 BODY[] {${2 ** 30}}\r\n${'x'.repeat(100_000)}`);
  const bad: readonly (readonly [what: string, code: ErrorCode, script: Script, greeting: string])[] = [
    ['says nothing', 'FETCH_TIMEOUT', nothing, ''],
    ['stops in the middle', 'FETCH_TIMEOUT', until(nothing), ready],
    ['hangs up', 'FETCH_CONNECTION', (_line, _tag, socket) => void socket.destroy(), ready],
    ['sends without end', 'FETCH_TOO_LARGE', until(endless), ready],
  ];
  it.each(bad)('that %s ends in %s', async (_what, code, script, greeting) => {
    await expect(look(await badServer(script, greeting), null)).rejects.toMatchObject({ code });
  });

  it('that ignores how much it is asked for has its mail refused', async () => {
    const large: Script = (_line, tag, socket) =>
      void socket.write(`* 1 FETCH (UID 1 BODY[]<0> {1500}\r\n${'x'.repeat(1_500)})\r\n${tag} OK\r\n`);
    const { deliveries } = await look(await badServer(until(large)), null, 1);
    expect(deliveries).toMatchObject([{ refused: { code: 'FETCH_TOO_LARGE' } }]);
  });
});
