/** The preview's server: what it gives, to whom, and what it keeps to itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPreviewServer, type PreviewServer } from '../../src/world/preview-server.ts';
import { site } from './site.ts';

let folder: string;
let server: PreviewServer;
let port: number;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks for a path as it is written: `fetch` would take the dots out. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, body: '', headers: response.headers });
    });
    asked.on('error', reject);
    asked.end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brief-server-'));
  for (const file of ['brief.yaml', 'package.json', '.env', 'secret.ts']) writeFileSync(join(folder, file), 'a secret');
  const fonts = new Map([['fonts/BriefSans-400.ttf', new Uint8Array([1, 2])]]);
  const opened = await openPreviewServer(
    site({ fonts, pdf: async (name) => (name === 'vi' ? new TextEncoder().encode('%PDF-') : undefined) }),
    folder,
    0,
  );
  if ('code' in opened) throw new Error(opened.message);
  server = opened;
  port = Number(new URL(opened.address).port);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the server', () => {
  it('gives shell, page, fonts, PDFs and its own scripts', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const shell = await ask('/');
    expect([shell.status, shell.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(shell.headers['content-security-policy']).toContain("script-src 'self'");
    expect((await ask('/page')).body).toContain('Xuất khẩu');
    expect((await ask('/fonts/BriefSans-400.ttf')).headers['content-type']).toBe('font/ttf');
    expect((await ask('/pdf/vi.pdf')).body).toBe('%PDF-');
    expect((await ask('/pdf/fr.pdf')).status).toBe(404);
    const script = /src="([^"]+)"/.exec(shell.body)?.[1] ?? '';
    const client = await ask(script);
    expect([client.status, client.headers['content-type']]).toEqual([200, 'text/javascript']);
    const imports = [...client.body.matchAll(/from "(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(imports).toContain('/@vite/client');
    for (const path of imports) expect([path, (await ask(path)).status]).toEqual([path, 200]);
  });

  it.each([
    '/brief.yaml',
    '/package.json',
    '/.env',
    '/secret.ts',
    '/../brief.yaml',
    '/%2e%2e/brief.yaml',
    '/pdf/../brief.yaml',
    '/fonts/../../package.json',
    '/client.ts/../../../../package.json',
    '/@fs/etc/passwd',
    '/@fs/etc/passwd?raw',
    '/@fs/etc/passwd?import&raw',
    '/@fs/etc/passwd/../../vite/dist/client/env.mjs',
    '/@id/../secret.ts',
    '/client.ts?raw&url=/etc/passwd/',
    '/state.ts',
    '/__open-in-editor?file=/etc/passwd',
    '/open?file=/etc/passwd',
    '/open?file=../secret.ts',
    '/node_modules/vite/package.json',
  ])('does not give %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toMatch(/secret|root:|"name"/);
  });

  it('answers neither another name, nor a page from elsewhere, nor anything but GET', async () => {
    const refused = async (headers: Record<string, string>, method?: string) =>
      (await ask('/page', headers, method)).status;
    expect(await refused({ host: 'evil.example' })).toBe(403);
    expect(await refused({ host: `127.0.0.1.evil.example:${port}` })).toBe(403);
    expect(await refused({ origin: 'http://evil.example' })).toBe(403);
    expect(await refused({ origin: `http://127.0.0.1:${port + 1}` })).toBe(403);
    expect(await refused({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await refused({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await refused({}, 'POST')).toBe(403);
    expect(await refused({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
    expect(await refused({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('lets a link from elsewhere visit the shell, and nothing else', async () => {
    const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await ask('/', visit)).status).toBe(200);
    expect((await ask('/page', visit)).status).toBe(403);
    expect((await ask('/', { ...visit, 'sec-fetch-dest': 'iframe' })).status).toBe(403);
  });

  it('has no channel for a page from elsewhere', async () => {
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-websocket-protocol': 'vite-hmr',
    };
    await expect(ask('/', { ...upgrade, origin: 'http://evil.example' })).rejects.toThrow(/hang up|ECONNRESET/);
    const own = await ask('/', { ...upgrade, origin: `http://127.0.0.1:${port}` }).catch(() => ({ status: 400 }));
    // Vite asks for a token that only the shell's script has.
    expect(own.status).not.toBe(101);
  });

  it('says when the port asked for is taken, and takes another where none was asked for', async () => {
    const taken = await openPreviewServer(site(), folder, port);
    expect(taken).toMatchObject({ code: 'port-taken', message: expect.stringContaining(String(port)) });
    const [one, two] = [
      await openPreviewServer(site(), folder, undefined),
      await openPreviewServer(site(), folder, undefined),
    ];
    if ('code' in one || 'code' in two) throw new Error('no port is free');
    expect(one.address).not.toBe(two.address);
    await Promise.all([one.close(), two.close()]);
  });
});
