// Runs tests/faults from source: TypeScript is translated as it is imported, so that nothing has to be built before.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
await import('../tests/faults/main.ts');
