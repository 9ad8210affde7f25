import { describe, expect, it } from 'vitest';
import { momentOf, titleOf } from '../../src/finish/metadata.ts';
import { xmpPacket } from '../../src/finish/xmp.ts';
import { META } from '../fixtures/prints.ts';

describe('the moment of a file', () => {
  it('is midnight of the edition’s date in both spellings', () => {
    expect(momentOf('2026-11-22', undefined)).toEqual({ iso: '2026-11-22T00:00:00Z', pdf: 'D:20261122000000Z' });
  });

  it('is the epoch’s second where that is given, whatever the date', () => {
    expect(momentOf('not asked', 86399)?.iso).toBe('1970-01-01T23:59:59Z');
  });

  it('is none where the date does not exist', () => {
    expect(momentOf('2026-02-29', undefined)).toBeUndefined();
    expect(momentOf('2026-11-22', Number.NaN)).toBeUndefined();
  });
});

describe('the title', () => {
  it('is said in each language once', () => {
    expect(titleOf(META)).toBe('Xuất khẩu hàng hóa 2001–2005 · Goods exports 2001–2005');
    expect(titleOf({ ...META, languages: ['en'] })).toBe('Goods exports 2001–2005');
    expect(titleOf({ ...META, title: { vi: 'Một', en: 'Một' } })).toBe('Một');
  });
});

describe('the XMP packet', () => {
  it('composes letters and escapes markup', () => {
    const packet = xmpPacket({ ...META, publisher: 'Phòng <A> & "B"'.normalize('NFD') }, '2026-11-22T00:00:00Z', 'x');
    expect(packet).toContain('Phòng &lt;A&gt; &amp; &quot;B&quot;'.normalize('NFC'));
    expect(packet).toBe(packet.normalize('NFC'));
  });

  it('lists the languages of the document in order', () => {
    const packet = xmpPacket({ ...META, languages: ['en', 'vi'] }, '2026-11-22T00:00:00Z', 'x');
    expect(packet).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li><rdf:li>vi</rdf:li></rdf:Bag></dc:language>');
    expect(packet).toContain('<rdf:li xml:lang="x-default">Goods exports 2001–2005</rdf:li>');
  });
});
