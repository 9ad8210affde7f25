// Puppeteer need not download a browser: on Linux x64 the package @sparticuz/chromium brings one, and elsewhere
// `brief doctor` says which to use. So installing never fails where downloads are blocked.
module.exports = { skipDownload: true };
