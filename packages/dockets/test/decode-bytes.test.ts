import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../src/index.js';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the text of a page', () => {
  it('is UTF-8 wherever its bytes are, whatever the page says', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>“né”</a>');
    expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1')).toContain('<a>“né”</a>');
  });

  it('is windows-1252 where the page says ISO-8859-1, in its declaration, its header, its meta, or nowhere', () => {
    const declared = latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>\x93quoted\x94 \x96 caf\xe9</a>');
    expect(decodeBytes(declared)).toContain('<a>“quoted” – café</a>');
    expect(decodeBytes(latin('\x93\xe9'), 'text/html; charset="ISO-8859-1"')).toBe('“é');
    expect(
      decodeBytes(latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\x93')),
    ).toContain('“');
    expect(decodeBytes(latin('\x93'))).toBe('“');
  });

  it('is windows-1252 where the page says UTF-8 and is not', () => {
    expect(decodeBytes(latin('<?xml version="1.0" encoding="UTF-8"?>\x93'), 'text/xml; charset=utf-8')).toContain('“');
  });

  it('is of the declared charset where that is another', () => {
    expect(decodeBytes(latin('<meta charset="windows-1251">\xcf'))).toContain('П');
    expect(decodeBytes(latin('\xcf'), 'text/html; charset=windows-1251')).toBe('П');
    expect(decodeBytes(latin('\x93'), 'text/html; charset=x-never-heard-of')).toBe('“');
  });

  it('is UTF-16 with a byte order mark or without', () => {
    const wide = Buffer.from('<a>“né”</a>', 'utf16le');
    expect(decodeBytes(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toBe('<a>“né”</a>');
    expect(decodeBytes(Buffer.from('<?xml version="1.0"?><a>“</a>', 'utf16le'))).toBe('<?xml version="1.0"?><a>“</a>');
  });

  it('has no byte order mark', () => {
    expect(decodeBytes(Buffer.from('\uFEFF<a/>'))).toBe('<a/>');
  });

  it('is found for any bytes under any header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, charset) => {
        expect(decodeBytes(bytes, `text/html; charset=${charset}`)).toBeTypeOf('string');
      }),
    );
  });

  it('survives a round through UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/^[<\uFEFF]|^.</u.test(text));
        expect(decodeBytes(Buffer.from(text))).toBe(text);
      }),
    );
  });
});
