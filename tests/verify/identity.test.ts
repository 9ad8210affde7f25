import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/verify/verify.ts';
import { finished } from '../fixtures/prints.ts';

const read = async (bytes: Uint8Array) => {
  const found = await examine(bytes);
  return typeof found === 'string' ? expect.fail(found) : found;
};

describe('a finished file', () => {
  it('is known to be as it was written', async () => {
    const { asWritten, changed } = await read((await finished('small')).bytes);
    expect([asWritten, changed]).toEqual([true, []]);
  });

  it('is known to be another when one byte is, or when a program saved it again', async () => {
    const { bytes } = await finished('small');
    const byte = bytes.slice();
    const at = new TextDecoder('latin1').decode(bytes).indexOf('Export Brief');
    byte[at] = 'X'.charCodeAt(0);
    const again = await (await PDFDocument.load(bytes, { updateMetadata: false })).save();
    expect([(await read(byte)).asWritten, (await read(again)).asWritten]).toEqual([false, false]);
  });
});
