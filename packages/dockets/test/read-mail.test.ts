import { describe, expect, it } from 'vitest';
import { readMail } from '../src/mail/read-mail.js';
import { fixture } from './fixture.js';

const mail = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));

describe('a mail', () => {
  it('gives its subject unfolded and decoded', () => {
    expect(readMail(fixture('court-notice/forwarded.txt')).subject).toBe(
      'Fwd: Activity in Case 8:17-cv-90898-ABC Rivermouth v. Señor Wren Letter',
    );
    expect(readMail(mail('subject:  One', '  two', '', '')).subject).toBe('One  two');
    expect(readMail(mail('X: y', '', 'Subject: in the body')).subject).toBe('');
  });

  it('gives the moment that it was sent, with its offset', () => {
    expect(readMail(fixture('court-notice/district.txt')).sent).toEqual({
      instant: '2017-12-14T23:10:05.000Z',
      offsetMinutes: -480,
    });
    expect(readMail(mail('Date: yesterday', '', '')).sent).toBeNull();
  });

  it('gives its first texts of each kind, wherever they are nested, and decodes no others', () => {
    const { html, plain, hasPictures } = readMail(fixture('court-notice/forwarded.txt'));
    expect(plain).toBe('See below.\n');
    expect(html).toContain('Rivermouth v. Señor Wren');
    expect(hasPictures).toBe(false);
  });

  it.each([
    ['7bit', '<p>caf\u00e9</p>', 'latin1'],
    ['quoted-printable', '<p>caf=C3=\r\n=A9</p>', 'latin1'],
    ['base64', Buffer.from('<p>café</p>').toString('base64'), 'latin1'],
  ] as const)('is decoded from %s', (encoding, body, charset) => {
    const text = `Content-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
    expect(readMail(Buffer.from(text, charset)).html?.trim()).toBe('<p>café</p>');
  });

  it('is plain text where it does not say what it is', () => {
    expect(readMail(mail('X: y', '', 'hello'))).toMatchObject({ html: null, plain: 'hello' });
  });

  it('tells of pictures, and reads a message that was cut off as far as it goes', () => {
    const cut = mail(
      'Content-Type: multipart/mixed; boundary=b (a comment)',
      '',
      '--b',
      'Content-Type: image/png',
      '',
      'iVBOR',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>half',
    );
    expect(readMail(cut)).toMatchObject({ hasPictures: true, html: '<p>half' });
  });

  it('has nothing of what is attached, which no court does', () => {
    const attached = (disposition: string): Uint8Array =>
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: application/zip; name=notice.zip',
        'Content-Disposition: attachment',
        '',
        'UEsDBA==',
        '--b',
        'Content-Type: text/html; name=notice.html',
        `Content-Disposition: ${disposition}; filename=notice.html`,
        '',
        '<p>NOTICE OF ELECTRONIC FILING</p>',
        '--b--',
      );
    expect(readMail(attached('inline')).html).toContain('NOTICE');
    for (const disposition of ['attachment', 'Attachment', '\r\n attachment'])
      expect(readMail(attached(disposition))).toMatchObject({ html: null, plain: null });
  });

  it('may have a boundary that begins like another', () => {
    const nested = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b2',
      'not a part',
      '--b',
      'Content-Type: text/plain',
      '',
      'a part',
      '--b--',
      'an epilogue',
    );
    expect(readMail(nested).plain).toBe('a part\r\n');
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html><body>Subject: x</body></html>'],
    ['JSON', '{"Subject": "x"}'],
  ])('is not %s', (_name, text) => {
    expect(() => readMail(Buffer.from(text))).toThrow(expect.objectContaining({ code: 'NOT_A_DOCKET' }));
  });
});
