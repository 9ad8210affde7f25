// Typst as its npm package brings it: one source file, its charts and fonts beside it.
import { writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [folder, path] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [`${folder}/fonts`] }] });
const compiled = compiler.compile({ mainFilePath: `${folder}/brief.typ` });
if (compiled.result === null) {
  compiled.printErrors();
  process.exit(1);
}
writeFileSync(path, compiler.pdf(compiled.result));
