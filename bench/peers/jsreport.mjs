// jsreport inside one process: template and data to chrome-pdf, then it ends. As a server it would stay up.
import { readFileSync, writeFileSync } from 'node:fs';
import chromePdf from '@jsreport/jsreport-chrome-pdf';
import core from '@jsreport/jsreport-core';
import handlebars from '@jsreport/jsreport-handlebars';

const [folder, path, executablePath] = process.argv.slice(2);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const jsreport = core({
  loadConfig: false,
  useExtensionsLocationCache: false,
  discover: false,
  trustUserCode: true,
  rootDirectory: folder,
  tempDirectory: `${folder}/jsreport`,
  logger: { silent: true },
  chrome: { launchOptions: { executablePath, args, headless: 'shell' }, numberOfWorkers: 1, timeout: 60_000 },
  workers: { numberOfWorkers: 1 },
});
jsreport.use(chromePdf()).use(handlebars());
await jsreport.init();
const result = await jsreport.render({
  template: {
    content: readFileSync(`${folder}/brief.hbs`, 'utf8'),
    engine: 'handlebars',
    recipe: 'chrome-pdf',
    chrome: { printBackground: true, preferCSSPageSize: true, url: undefined },
  },
  data: JSON.parse(readFileSync(`${folder}/data.json`, 'utf8')),
});
writeFileSync(path, result.content);
await jsreport.close();
