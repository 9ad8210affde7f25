/** A statistics office on 127.0.0.1 that gives recorded answers, good and bad ones. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: string }
  /** Never answers, sends half of what it promised, or closes the line. */
  | 'silent'
  | 'half'
  | 'hang up';

export interface Replay {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** @param answer the reply to a path, and how often that path was asked before */
export async function replay(answer: (path: string, before: number) => Reply): Promise<Replay> {
  const asked: string[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const reply = answer(path, asked.filter((each) => each === path).length);
    asked.push(path);
    open.add(response);
    if (reply === 'silent') return;
    if (reply === 'hang up') return void response.destroy();
    if (reply === 'half') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('[{"page":1', () => response.destroy());
      return;
    }
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((closed) => {
        for (const response of open) response.destroy();
        server.close(() => closed());
      }),
  };
}

/** A page of the World Bank: rows of [year, value]. */
export function worldBankPage(
  rows: readonly (readonly [string, number | null, string?])[],
  { page = 1, pages = 1, updated = '2026-11-18', code = 'TX.VAL.MRCH.CD.WT' } = {},
): Reply {
  const head = { page, pages, per_page: 5000, total: rows.length * pages, sourceid: '2', lastupdated: updated };
  const list = rows.map(([date, value, economy = 'VNM']) => ({
    indicator: { id: code, value: 'Merchandise exports (current US$)' },
    country: { id: 'VN', value: 'Viet Nam' },
    countryiso3code: economy,
    date,
    value,
    unit: '',
    obs_status: '',
    decimal: 0,
  }));
  return { body: JSON.stringify([head, list]) };
}
