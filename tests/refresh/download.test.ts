import { afterEach, describe, expect, it } from 'vitest';
import { download, type Patience } from '../../src/world/download.ts';
import { type Replay, type Reply, replay } from './replay.ts';

const HASTY: Patience = { limit: 300, retries: 2, wait: 1 };
let server: Replay | undefined;
const from = async (answer: (path: string, before: number) => Reply) => {
  server = await replay(answer);
  return download(`${server.url}/x`, 'application/json', HASTY);
};

afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('fetching a text', () => {
  it('gives the text and the day on which it was last changed', async () => {
    const headers = { 'last-modified': 'Wed, 18 Nov 2026 23:30:00 GMT' };
    expect(await from(() => ({ headers, body: '"tỷ"' }))).toEqual({ text: '"tỷ"', released: '2026-11-18' });
  });

  it('tries again after a fault of the server, a hang-up or half an answer', async () => {
    const bad: Reply[] = [{ status: 503, body: '' }, 'hang up'];
    expect(await from((_, before) => bad[before] ?? { body: 'good' })).toEqual({ text: 'good' });
    expect(server?.asked).toHaveLength(3);
    await server?.close();
    expect(await from((_, before) => (before === 0 ? 'half' : { body: 'good' }))).toEqual({ text: 'good' });
  });

  it('waits as long as a busy server asks', async () => {
    const busy: Reply = { status: 429, headers: { 'retry-after': '1' }, body: '' };
    const begun = Date.now();
    expect(await from((_, before) => (before === 0 ? busy : { body: 'good' }))).toEqual({ text: 'good' });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
  });

  it('gives up at once where trying again cannot help', async () => {
    await expect(from(() => ({ status: 404, body: '' }))).rejects.toThrow('the server answered 404');
    expect(server?.asked).toHaveLength(1);
  });

  it('gives up on a silent server after its limit, and says how often it tried', async () => {
    await expect(from(() => 'silent')).rejects.toThrow('no answer within 0.3 s (3 attempts)');
  });

  it('names the address that it could not reach', async () => {
    await expect(download('http://127.0.0.1:1/x', '*/*', HASTY)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:1\/x: /);
  });
});
