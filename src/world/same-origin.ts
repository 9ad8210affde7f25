/** Who may ask the preview's server: this machine's own browser, showing the preview's own page. Part of `world/`. */
import type { IncomingMessage } from 'node:http';

const HERE = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i;

/**
 * Why a request is refused; undefined where it is not. A name that leads here by a trick of DNS is refused by its Host,
 * a page of another site by its Origin or by what browsers say of it themselves (Sec-Fetch-Site).
 */
export function refusal({
  method = '',
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | undefined {
  const host = headers.host ?? '';
  if (method !== 'GET' && method !== 'HEAD') return 'Only GET is answered here.';
  if (!HERE.test(host)) return 'This preview answers to 127.0.0.1 and localhost alone.';
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return 'This preview answers its own page alone.';
  const from = headers['sec-fetch-site'] ?? 'none';
  const visit = url === '/' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (from !== 'same-origin' && from !== 'none' && !visit) return 'This preview answers its own page alone.';
  return undefined;
}
