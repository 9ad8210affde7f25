/** An edition's own templates, styles and charts: `templates/editions/<edition>/x` stands for `templates/x`. */

const ROOT = 'templates/';
const EDITIONS = 'templates/editions/';

/**
 * The files of an edition by their path below a folder of templates/, its own before the common ones.
 * @param below `charts/`, `styles/`; empty for all of templates/
 */
export function overlaid<T>(files: ReadonlyMap<string, T>, edition: string, below = ''): Map<string, T> {
  const found = new Map<string, T>();
  const take = (folder: string) => {
    for (const [path, file] of files) {
      if (!path.startsWith(folder + below)) continue;
      if (folder === ROOT && path.startsWith(EDITIONS)) continue;
      found.set(path.slice(folder.length + below.length), file);
    }
  };
  take(ROOT);
  take(`${EDITIONS}${edition}/`);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
