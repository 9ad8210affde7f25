/**
 * All that a printed page can reach: itself and the files it was given, from memory. Every other request is refused
 * and remembered. Part of `world/`.
 */
import type { ConsoleMessage, HTTPRequest, Page } from 'puppeteer';
import type { Html } from '../model/document.ts';

/** The address of every printed page; `.invalid` is reserved and leads nowhere. */
export const ADDRESS = 'https://brief.invalid/';

const TYPES: Readonly<Record<string, string>> = {
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
};

const typeOf = (path: string): string => TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** Chromium blocks some requests before they can be intercepted (files, and what the page's own policy forbids), and says so only on the console. */
function blocked(message: ConsoleMessage): string | undefined {
  const text = message.text();
  if (message.type() !== 'error' || text.startsWith('Failed to load resource')) return undefined;
  const named = text.match(/\b(?:https?|file|ftp|wss?|blob|data):[^\s'"]*/g) ?? [];
  return named.find((address) => address !== ADDRESS);
}

/**
 * Serves the page from memory.
 * @param assets bytes by path below the page's address
 * @returns the addresses that were refused, filled as they come; long ones cut
 */
export async function serve(
  page: Page,
  html: Html,
  assets: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  const refuse = (address: string) => refused.add(address.length > 120 ? `${address.slice(0, 120)}…` : address);
  const answer = (request: HTTPRequest): Promise<void> => {
    const url = request.url().replace(/#.*$/, '');
    if (url === ADDRESS && request.isNavigationRequest()) {
      return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    }
    if (url.startsWith('data:')) return request.continue();
    const path = url.startsWith(ADDRESS) ? decodeURIComponent(url.slice(ADDRESS.length)) : '';
    const bytes = assets.get(path);
    if (bytes) return request.respond({ contentType: typeOf(path), body: bytes });
    if (path !== 'favicon.ico') refuse(path === '' ? url : path);
    // an aborted navigation leaves the page as it is, a blocked one would replace it by an error page
    return request.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
  };
  page.on('console', (message) => {
    const address = blocked(message);
    if (address !== undefined) refuse(address);
  });
  // A page that closes while it is answered ends the job elsewhere; here there is nothing to add.
  page.on('request', (request) => void answer(request).catch(() => undefined));
  await page.setRequestInterception(true);
  return refused;
}
