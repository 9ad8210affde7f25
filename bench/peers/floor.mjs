// The floor: what the browser alone costs. Whoever has the HTML ready would write these lines.
import puppeteer from 'puppeteer';

const [address, path, executablePath] = process.argv.slice(2);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath, args, headless: 'shell' });
const page = await browser.newPage();
await page.goto(address, { waitUntil: 'load' });
await page.pdf({ path, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
await browser.close();
