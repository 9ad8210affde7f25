import { describe, expect, it } from 'vitest';
import { browserArgs, browserEnvironment } from '../../src/world/browser-args.ts';
import { sandboxFor, whyNotStarted } from '../../src/world/sandbox.ts';

describe('the sandbox', () => {
  it('is on for ordinary users and on Windows, and off for root, who is told', () => {
    expect(sandboxFor(1000)).toEqual({ args: [], notes: [] });
    expect(sandboxFor(undefined)).toEqual({ args: [], notes: [] });
    const root = sandboxFor(0);
    expect(root.args).toEqual(['--no-sandbox']);
    expect(root.notes.map(({ code, severity }) => [code, severity])).toEqual([['browser-sandbox-off', 'note']]);
  });

  it('that cannot start is a problem with the remedy', () => {
    const said =
      '[1122/204853.6:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:132] No usable sandbox! If you are running on Ubuntu 23.10+ …';
    const found = whyNotStarted('/usr/bin/chromium', said, 'it was ended by SIGTRAP');
    expect(found.code).toBe('browser-sandbox');
    expect(found.hint).toContain('sysctl');
  });
});

describe('a browser that did not start', () => {
  it('is explained by what it said: a missing library, its last error, or how it ended', () => {
    const library = whyNotStarted(
      '/c',
      'c: error while loading shared libraries: libnss3.so: cannot open shared object file',
      'it ended with status 127',
    );
    expect(library).toMatchObject({ code: 'browser-not-started', message: expect.stringContaining('libnss3.so') });
    const error = whyNotStarted(
      '/c',
      'noise\n[1:2:ERROR:x.cc(1)] Something broke.\nmore noise\n',
      'it ended with status 1',
    );
    expect(error.message).toContain('Something broke');
    expect(whyNotStarted('/c', '', 'it ended with status 1').message).toContain('status 1');
  });
});

describe('how the browser is started', () => {
  it('switches no protection off', () => {
    const args = browserArgs('/profile', []).join(' ');
    expect(args).not.toMatch(
      /no-sandbox|disable-web-security|single-process|site-per-process|site-isolation|insecure|IsolateOrigins/,
    );
    expect(args).toContain('--user-data-dir=/profile');
    expect(args).toContain('--remote-debugging-pipe');
  });

  it('does not depend on where and when it is started', () => {
    const env = browserEnvironment(
      { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN', LC_ALL: 'vi_VN', PATH: '/bin' },
      '/profile',
      { FONTCONFIG_FILE: '/f' },
    );
    expect(env).toMatchObject({ TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', PATH: '/bin', FONTCONFIG_FILE: '/f' });
    if (process.platform === 'linux') expect(env).toMatchObject({ HOME: '/profile', TMPDIR: '/profile' });
  });
});
