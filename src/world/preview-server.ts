/**
 * The server of a preview, on this machine alone. Everything that it gives is named here and comes from memory; Vite (in
 * middleware mode, imported by this file only) brings the watcher, the channel to the page, the client's scripts and the way
 * to the editor. Part of `world/`.
 */
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import { type Problem, problem } from '../problem.ts';
import { refusal } from './same-origin.ts';
import { unwatched, type Watcher } from './watch.ts';

/** What there is to show; asked with each request. */
export interface Site {
  /** The shell, given the address of its script. */
  shell(script: string): string;
  readonly styles: string;
  page(): string | undefined;
  pdf(document: string): Promise<Uint8Array | undefined>;
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** True for files that the editor may be asked to open, project-relative. */
  mayOpen(file: string): boolean;
  /** Somebody shows the PDF of a document beside the page, or none any more. */
  beside(document: string): void;
  /** What a page that connects (again) is told. */
  state(): unknown;
}

export interface PreviewServer {
  readonly address: string;
  readonly watcher: Watcher;
  /** The documents whose PDF is shown in a tab that is open. */
  shown(): readonly string[];
  /** Sends the state to every open tab. */
  tell(state: unknown): void;
  close(): Promise<void>;
}

/** Where the client's scripts are, beside the compiled program or its sources. */
const CLIENT = fileURLToPath(new URL('../preview/browser/', import.meta.url));
const SCRIPT = import.meta.url.endsWith('.ts') ? '/client.ts' : '/client.js';
/** What Vite may answer: our client and its own. */
const MODULES =
  /^\/(?:(?:client|choices|frames|problems)\.[jt]s|@vite\/client|@fs\/.*\/vite\/dist\/client\/env\.mjs)(?:\?[\w=&.]*)?$/;
/** Tried one after the other where no port was asked for. */
const FIRST_PORT = 4400;
const PORTS = 20;

const TYPES = {
  html: 'text/html',
  css: 'text/css',
  pdf: 'application/pdf',
  ttf: 'font/ttf',
  text: 'text/plain',
} as const;

/** Fonts are the same as long as the server runs; everything else may be another the next time. */
function answer(response: ServerResponse, status: number, type: keyof typeof TYPES, body: string | Uint8Array): void {
  const text = typeof body === 'string' ? '; charset=utf-8' : '';
  response.writeHead(status, {
    'Content-Type': `${TYPES[type]}${text}`,
    'Cache-Control': type === 'ttf' ? 'max-age=3600' : 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(body);
}

/** Listens on the port asked for, or on the first that is free. */
async function listen(server: Server, asked: number | undefined): Promise<Problem | undefined> {
  const ports = asked === undefined ? Array.from({ length: PORTS }, (_, i) => FIRST_PORT + i) : [asked];
  for (const port of ports) {
    const fault = await new Promise<NodeJS.ErrnoException | undefined>((told) => {
      server.once('error', told);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', told);
        told(undefined);
      });
    });
    if (!fault) return undefined;
    if (fault.code !== 'EADDRINUSE')
      return problem('port-unusable', undefined, { port, reason: fault.code ?? fault.message });
  }
  return asked === undefined
    ? problem('port-taken', undefined, { port: `${FIRST_PORT}–${FIRST_PORT + PORTS - 1}` })
    : problem('port-taken', undefined, { port: asked });
}

/** Vite without a configuration, a `.env`, a cache or a public folder of anybody's. Its root is our client: it knows nothing of the project. */
async function startVite(http: Server, root: string): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  return createServer({
    configFile: false,
    envDir: false,
    root: CLIENT,
    publicDir: false,
    cacheDir: join(tmpdir(), 'export-brief-vite'),
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      middlewareMode: true,
      cors: false,
      hmr: { server: http, overlay: false },
      fs: { strict: true, allow: [CLIENT] },
      watch: { ignored: [unwatchedBut(CLIENT, root)], followSymlinks: false },
    },
  });
}

/** Neither what is outside the project's watched files, nor our own client, which does not change. */
function unwatchedBut(client: string, root: string): (path: string) => boolean {
  const outside = unwatched(root);
  return (path) => resolve(path) !== resolve(client) && outside(path);
}

/** Starts the server. Nothing is asked of the site before somebody visits. */
export async function openPreviewServer(
  site: Site,
  root: string,
  port: number | undefined,
): Promise<PreviewServer | Problem> {
  const http = createHttp();
  const taken = await listen(http, port);
  if (taken) return taken;
  // Before Vite's own listener, which would answer.
  http.on('upgrade', (request, socket) => {
    if (refusal(request) !== undefined) socket.destroy();
  });
  const vite = await startVite(http, root);
  http.on('request', (request, response) => void respond(request, response, site, root, vite));

  const beside = new Map<unknown, string>();
  vite.ws.on('brief:pdf', ({ document }: { document: unknown }, client) => {
    if (typeof document === 'string') {
      beside.set(client, document);
      site.beside(document);
    } else beside.delete(client);
  });
  vite.ws.on('brief:hello', (_, client) => client.send('brief:state', site.state()));

  const { port: own } = http.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${own}/`,
    watcher: vite.watcher,
    shown() {
      for (const client of beside.keys()) if (!vite.ws.clients.has(client as never)) beside.delete(client);
      return [...new Set(beside.values())];
    },
    tell: (state) => vite.ws.send('brief:state', state),
    async close() {
      http.closeAllConnections();
      await Promise.all([vite.close(), new Promise((done) => http.close(done))]);
    },
  };
}

/** Answers one request. What is not named here is not there. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  root: string,
  vite: ViteDevServer,
): Promise<void> {
  const why = refusal(request);
  if (why !== undefined) return answer(response, 403, 'text', `${why}\n`);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = url.pathname;
  if (path === '/') {
    response.setHeader('Content-Security-Policy', policy(request.headers.host ?? ''));
    return answer(response, 200, 'html', site.shell(SCRIPT));
  }
  if (path === '/shell.css') return answer(response, 200, 'css', site.styles);
  if (path === '/page') {
    const html = site.page();
    return html === undefined
      ? answer(response, 404, 'text', 'There is no page yet.\n')
      : answer(response, 200, 'html', html);
  }
  const font = site.fonts.get(path.slice(1));
  if (font) return answer(response, 200, 'ttf', font);
  const document = /^\/pdf\/([\w-]+)\.pdf$/.exec(path)?.[1];
  if (document !== undefined) {
    const bytes = await site.pdf(document);
    return bytes
      ? answer(response, 200, 'pdf', bytes)
      : answer(response, 404, 'text', 'There is no such PDF; the preview lists what is wrong.\n');
  }
  if (path === '/open') return open(url.searchParams.get('file') ?? '', request, response, site, root, vite);
  if (MODULES.test(request.url ?? '') && !path.includes('..')) {
    vite.middlewares(request, response, () => answer(response, 404, 'text', 'Not found.\n'));
    return;
  }
  answer(response, 404, 'text', 'Not found.\n');
}

/** The shell runs our script alone, and talks to this server alone. */
const policy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    'img-src data:',
    `connect-src 'self' ws://${host}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** Hands `file:line:column` to Vite's way to the editor, where the file is one of the project's. */
function open(
  asked: string,
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  root: string,
  vite: ViteDevServer,
): void {
  const [, file = '', place = ''] = /^(.+?)((?::\d+){0,2})$/.exec(asked) ?? [];
  if (!site.mayOpen(file)) return answer(response, 403, 'text', 'No file of this project.\n');
  request.url = `/__open-in-editor?file=${encodeURIComponent(`${join(root, file)}${place}`)}`;
  vite.middlewares(request, response, () => answer(response, 404, 'text', 'Not found.\n'));
}
