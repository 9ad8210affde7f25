/** A child process of browser-ends.test.ts: prints one page, says so, and waits to be stopped. */
import { openBrowser } from '../../src/world/browser.ts';
import { options } from './page.ts';

const session = openBrowser({ env: process.env });
const { bytes } = await session.printer.print('<!doctype html><title>a</title><p>chữ</p>', new Map(), options());
console.log(`printed ${bytes.length > 0}`);
setInterval(() => undefined, 1000);
