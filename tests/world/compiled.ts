/** The sources as JavaScript, for tests that need a process of their own. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Compiles what `world/` needs into `folder`; types are not checked. Gives the path of a module there. */
export function compileWorld(folder: string): (module: string) => string {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
  };
  for (const part of ['.', 'model', 'world']) {
    const names = readdirSync(join(root, 'src', part)).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
    );
    for (const name of names) {
      const { outputText } = ts.transpileModule(readFileSync(join(root, 'src', part, name), 'utf8'), {
        compilerOptions,
      });
      const file = join(folder, part, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, outputText);
    }
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return (module) => join(folder, module);
}
