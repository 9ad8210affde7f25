/** The command line as a process of its own: what signals, time zones and languages do to it cannot be tried inside a test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { filesOf } from '../project.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMPILER: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  rewriteRelativeImportExtensions: true,
  verbatimModuleSyntax: true,
};

/** Compiles the sources as they are now into a folder, types unchecked; gives the path of the command. */
export function compiled(folder: string): string {
  const sources = join(ROOT, 'src');
  for (const file of filesOf(sources).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))) {
    const to = join(folder, 'dist', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(to), { recursive: true });
    const text = readFileSync(join(sources, file), 'utf8');
    writeFileSync(to, ts.transpileModule(text, { compilerOptions: COMPILER }).outputText);
  }
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const shared of ['node_modules', 'generated', 'schemas']) symlinkSync(join(ROOT, shared), join(folder, shared));
  return join(folder, 'dist/cli.js');
}

export interface Started {
  readonly child: ChildProcess;
  /** The exit status, once it has ended. */
  readonly ended: Promise<number | null>;
  /** What it has said so far. */
  said(): string;
}

/** Starts the command in a folder. */
export function start(cli: string, line: string, cwd: string, env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [cli, ...line.split(' ')], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, said: () => said };
}
