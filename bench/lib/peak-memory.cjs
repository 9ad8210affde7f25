// Loaded into every measured Node process (`node --require`): leaves its peak memory in a file when it ends.
// VmHWM is the peak of this process alone, children such as the browser excluded; elsewhere than on Linux maxRSS says the same.
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.BENCH_PEAK_FILE;
// A child must not overwrite its parent's figure.
delete process.env.BENCH_PEAK_FILE;

function peakKilobytes() {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

if (file) process.on('exit', () => writeFileSync(file, String(peakKilobytes())));
