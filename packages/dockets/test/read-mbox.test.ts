import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMbox } from '../src/index.js';

async function mailsOf(
  text: string | Uint8Array,
  chunkSize = 7,
  longest = 10_000,
): Promise<readonly (string | null)[]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  const mails: (string | null)[] = [];
  for await (const { bytes: mail } of readMbox(chunks(), { longest }))
    mails.push(mail && Buffer.from(mail).toString('latin1'));
  return mails;
}

const from = 'From petra@example.org Thu Dec 14 23:10:05 2017\n';

describe('an mbox', () => {
  it('is taken apart at its separators, and lines that were escaped are as they were', async () => {
    const box = `${from}Subject: a\n\n>From here to there\n>>From x\n\n${from}Subject: b\n\nlast`;
    expect(await mailsOf(box)).toEqual(['Subject: a\n\nFrom here to there\n>From x\n', 'Subject: b\n\nlast']);
  });

  it('has no separator within a paragraph, nor where a sentence begins one', async () => {
    const body = `Subject: a\n\nsee\n${from}\nFrom the court, in 2017:\n`;
    expect(await mailsOf(`${from}${body}\n${from}Subject: b\n\n`)).toEqual([body, 'Subject: b\n']);
  });

  it('may have carriage returns, blank lines between mails, nothing at all, or a mail without a separator', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(await mailsOf(crlf(`${from}Subject: a\n\nx\n\n\n${from}Subject: b\n`))).toEqual([
      crlf('Subject: a\n\nx\n\n'),
      crlf('Subject: b\n'),
    ]);
    expect(await mailsOf('')).toEqual([]);
    expect(await mailsOf('\n\n')).toEqual([]);
    expect(await mailsOf('Subject: a\n\nx\n')).toEqual(['Subject: a\n\nx\n']);
  });

  it('holds nothing of a mail that is too long, and goes on behind it', async () => {
    const long = `Subject: long\n\n${'x'.repeat(50)}`;
    const box = (middle: string): string => `${from}Subject: a\n\n${from}${middle}\n\n${from}Subject: b\n`;
    expect(await mailsOf(box(long), 7, 40)).toEqual(['Subject: a\n', null, 'Subject: b\n']);
    expect(await mailsOf(box('x\n'.repeat(30)), 7, 40)).toEqual(['Subject: a\n', null, 'Subject: b\n']);
  });

  it('comes out the same, however it comes in', async () => {
    const box = `${from}Subject: a\n\n>From x\n\n${from}Subject: b\r\n\r\nFrom y\n`;
    const whole = await mailsOf(box, box.length);
    const same = fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
      expect(await mailsOf(box, size)).toEqual(whole);
    });
    await fc.assert(same);
  });
});
