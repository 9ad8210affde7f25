/**
 * The font configuration of the packaged browser. The package's own names fixed folders such as /tmp/fonts; where they
 * are missing, every web font fails and the text prints blank, silently. Part of `world/`.
 */
import { join } from 'node:path';

const escaped = (path: string): string => path.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A fontconfig file that knows the browser's own fallback fonts below `folder`, keeps its cache there, and nothing else. */
export const fontsConf = (folder: string): string =>
  [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    `  <dir>${escaped(join(folder, 'fonts'))}</dir>`,
    `  <cachedir>${escaped(join(folder, 'font-cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
