// What `npm ci` runs (the prepare script): TypeScript to dist/, so that `npx brief` works at once.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
// A package installed from its tarball has dist/ already and no compiler.
if (existsSync(tsc)) {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
  await import('./vega-lite-schema.mjs');
  // What a source left behind that is gone now would be packed with the rest.
  const dist = join(root, 'dist');
  for (const file of readdirSync(dist, { recursive: true }).filter((name) => /\.(?:js|d\.ts)$/.test(name)))
    if (!existsSync(join(root, 'src', file.replace(/\.(?:js|d\.ts)$/, '.ts')))) rmSync(join(dist, file));
}
