/** Faults in the texts of templates: what an analyst may type, misread or forget in a sentence, in one language or in both. */
import { type Context, faultOf } from '../context.ts';
import type { Class, Edit, Fault } from '../fault.ts';
import { mistyped, pick, swapped } from '../seed.ts';
import type { Argument, Call, Spoken, Template, Text } from '../sites/templates.ts';

const PRINTS = new Set(['fact', 'change', 'range', 'rank', 'word', 'cell', 'fact_year', 'direction']);
const YEARS: Readonly<Record<string, string>> = { end: 'prev', prev: 'end', base: 'start', start: 'base' };

/** Another year's name: the neighbour within the window, else the year after. */
export function otherYear(written: string): string | undefined {
  if (YEARS[written] !== undefined) return YEARS[written];
  if (/^\d{4}$/.test(written)) return String(Number(written) + 1);
  const offset = /^(base|start|end|prev)([+-])(\d+)$/.exec(written);
  return offset ? `${offset[1]}${offset[2]}${Number(offset[3]) + 1}` : undefined;
}

/** The fact that a call names, with its year where that is written behind a dot. */
export const factOf = ({ helper, arguments: given }: Call): Argument | undefined =>
  [...PRINTS, 'ensure', 'when', 'period', 'vintage'].includes(helper)
    ? given.find(({ option }) => option === undefined)
    : undefined;

/** The year in the name of a fact: `exports_growth.end`, `group_agri.[1996]`. */
export function yearIn({ written, start }: Argument): { written: string; start: number; end: number } | undefined {
  const found = /\.\[?([\w+-]+)\]?$/.exec(written);
  if (!found) return undefined;
  const from = start + found.index + found[0].indexOf(found[1] ?? '');
  return { written: found[1] ?? '', start: from, end: from + (found[1]?.length ?? 0) };
}

interface Place {
  readonly template: Template;
  readonly text: Text;
  readonly spoken: Spoken;
  readonly call: Call;
  /** The same call in the other languages: the n-th with the same words. */
  readonly twins: readonly Call[];
}

function placesIn(template: Template): Place[] {
  return template.texts.flatMap((text) =>
    text.spoken.flatMap((spoken) =>
      spoken.calls.map((call) => {
        const same = (each: Call) =>
          each.helper === call.helper &&
          each.arguments.map((one) => one.written).join() === call.arguments.map((one) => one.written).join();
        const n = spoken.calls.filter(same).indexOf(call);
        const twins = text.spoken
          .filter((other) => other !== spoken)
          .flatMap((other) => other.calls.filter(same)[n] ?? []);
        return { template, text, spoken, call, twins };
      }),
    ),
  );
}

const put = (file: string, { start, end }: { start: number; end: number }, text: string): Edit => ({
  file,
  start,
  end,
  text,
});

/** One fault for the call alone, and where its twins are found one for all languages, made once. */
function oneAndAll(
  place: Place,
  kind: Class,
  operator: string,
  edit: (call: Call) => { edit: Edit; change: string } | undefined,
): Fault[] {
  const { call, text, spoken, twins } = place;
  const own = edit(call);
  if (!own) return [];
  const faults = [faultOf(kind, `${operator}, one language`, call, own.change, [own.edit], [text.lines])];
  const others = twins.map(edit);
  const first = text.spoken[0] === spoken;
  if (first && twins.length === text.spoken.length - 1 && others.every((each) => each !== undefined)) {
    const edits = [own.edit, ...others.flatMap((each) => each?.edit ?? [])];
    faults.push(faultOf(kind, `${operator}, all languages`, call, own.change, edits, [text.lines]));
  }
  return faults;
}

function ofCall(place: Place, context: Context): Fault[] {
  const { call, text, spoken } = place;
  const { file } = call;
  const faults: Fault[] = [];
  const one = (kind: Class, operator: string, change: string, edit: Edit) =>
    void faults.push(faultOf(kind, operator, call, change, [edit], [text.lines]));
  const fact = factOf(call);
  const year = fact && yearIn(fact);
  const printed = PRINTS.has(call.helper) ? context.printed(call, spoken.lang) : undefined;

  if (printed !== undefined && /\d/.test(printed)) {
    one('stale number', 'number typed for a fact', `${fact?.written} → “${printed}”`, put(file, call, printed));
    const wrong = swapped(printed, file, call.start);
    one(
      'digit swapped',
      'number typed for a fact with two digits swapped',
      `“${printed}” → “${wrong}”`,
      put(file, call, wrong),
    );
    const slip = mistyped(printed, file, call.start);
    one(
      'digit swapped',
      'number typed for a fact with one digit wrong',
      `“${printed}” → “${slip}”`,
      put(file, call, slip),
    );
    const other = printed.includes(',') ? printed.replace(',', '.') : printed.replace('.', ',');
    if (other !== printed)
      one(
        'wrong language or notation',
        'number typed in the other notation',
        `“${printed}” → “${other}”`,
        put(file, call, other),
      );
    const unit =
      pick(
        spoken.lang === 'vi' ? [' triệu USD', ' tỷ USD', ' lần'] : [' million', ' billion', ' times'],
        'unit',
        file,
        call.start,
      ) ?? '';
    one(
      'wrong unit or scale',
      'unit typed behind a fact',
      `${fact?.written} + “${unit}”`,
      put(file, { start: call.end, end: call.end }, unit),
    );
    const foreign = spoken.lang === 'vi' ? ' billion' : ' tỷ';
    one(
      'wrong language or notation',
      'unit of the other language typed behind a fact',
      `${fact?.written} + “${foreign}”`,
      put(file, { start: call.end, end: call.end }, foreign),
    );
  } else if (printed !== undefined && call.helper === 'word') {
    const words = context.content.locales.get(spoken.lang)?.numberWords ?? [];
    const i = words.findIndex((word) => word.toLowerCase() === printed.toLowerCase());
    const wrong = words[i + 1];
    if (i >= 0 && wrong)
      one('stale number', 'number word typed for a fact', `${fact?.written} → “${wrong}”`, put(file, call, wrong));
  }
  if (fact && !['vintage', 'period'].includes(call.helper)) {
    const other = context.otherFact(fact.written, file, text.start, fact.written);
    if (other !== undefined) {
      faults.push(
        ...oneAndAll(place, 'wrong row', 'another fact of the same unit', (each) => {
          const named = factOf(each);
          return named && { edit: put(file, named, other), change: `${fact.written} → ${other}` };
        }),
      );
    }
    const misspelt = `${fact.written.slice(0, 3)}${fact.written.slice(4)}`;
    one('unknown reference', 'name of a fact misspelt', `${fact.written} → ${misspelt}`, put(file, fact, misspelt));
  }
  const shown = year ? ['end', 'prev', 'base', 'start'].includes(year.written) || /^\d{4}$/.test(year.written) : false;
  if (fact && year && shown) {
    const wrong = otherYear(year.written);
    const name = fact.written.split('.')[0] ?? '';
    if (
      wrong !== undefined &&
      context.ledger.find(name, wrong) &&
      context.ledger.find(name, wrong)?.value !== context.ledger.find(name, year.written)?.value
    ) {
      faults.push(
        ...oneAndAll(place, 'wrong year', 'year of a fact', (each) => {
          const named = factOf(each);
          const inner = named && yearIn(named);
          return inner && { edit: put(file, inner, wrong), change: `${fact.written} → .${wrong}` };
        }),
      );
    }
  }
  if (call.helper === 'year' || call.helper === 'span') {
    call.arguments.forEach((given, i) => {
      const wrong = otherYear(given.written);
      if (wrong === undefined) return;
      faults.push(
        ...oneAndAll(place, 'wrong year', call.helper === 'year' ? 'year in words' : 'years from–to', (each) => {
          const argument = each.arguments[i];
          return argument && { edit: put(file, argument, wrong), change: `${given.written} → ${wrong}` };
        }),
      );
    });
    const typed = context.ledger.window[call.arguments[0]?.written as 'end'];
    if (call.helper === 'year' && typed !== undefined)
      one(
        'stale number',
        'year typed for its helper',
        `${call.arguments[0]?.written} → ${typed}`,
        put(file, call, String(typed)),
      );
  }
  if (printed !== undefined && ['fact', 'change'].includes(call.helper) && /\d/.test(printed)) {
    const found = context.ledger.find(fact?.written.split('.')[0] ?? '', year?.written);
    const given = call.arguments.find(({ option }) => option === 'decimals');
    const decimals = given ? Number(given.written) : (found?.decimals ?? 0);
    const wrong = decimals === 0 ? 1 : decimals - 1;
    if (found && typeof found.value === 'number' && !Number.isInteger(found.value)) {
      faults.push(
        ...oneAndAll(place, 'wrong rounding', 'decimals', (each) => {
          const own = each.arguments.find(({ option }) => option === 'decimals');
          const edit = own
            ? put(file, own, String(wrong))
            : put(file, { start: each.end - 2, end: each.end - 2 }, ` decimals=${wrong}`);
          return { edit, change: `${fact?.written}: ${decimals} → ${wrong} decimals` };
        }),
      );
    }
  }
  if (['fact', 'change', 'rank', 'word', 'fact_year', 'year', 'span', 'range'].includes(call.helper)) {
    faults.push(
      ...oneAndAll(place, 'missing twin', 'fact or year left out', (each) => ({
        edit: put(file, each, ''),
        change: `${call.helper} ${call.arguments[0]?.written} left out`,
      })),
    );
  }
  if (call.helper === 'change') {
    const words = spoken.lang === 'vi' ? ['giảm ', 'tăng '] : ['down ', 'up '];
    const falls = printed !== undefined && /giảm|down|fell/.test(printed);
    one(
      'wrong direction word',
      'direction typed for its helper',
      `${fact?.written} → “${words[falls ? 1 : 0]}”`,
      put(file, call, `${words[falls ? 1 : 0]}{{fact ${fact?.written}}}`),
    );
  }
  if (call.helper === 'direction') {
    faults.push(
      ...oneAndAll(place, 'wrong direction word', 'words of a direction exchanged', (each) => {
        const [, up, down] = each.arguments;
        return (
          up &&
          down && {
            edit: put(file, { start: up.start, end: down.end }, `${down.written} ${up.written}`),
            change: `${up.written} ↔ ${down.written}`,
          }
        );
      }),
    );
  }
  if (call.helper === 'ensure') {
    faults.push(
      ...oneAndAll(place, 'wrong rank word', 'assertion left out', (each) => ({
        edit: put(file, each, ''),
        change: `ensure ${fact?.written} left out`,
      })),
    );
  }
  if (call.helper === 'when') {
    const body = /\{\{else\}\}/.exec(context.files.get(file)?.slice(call.end, spoken.end) ?? '');
    if (body) {
      const source = context.files.get(file) ?? '';
      const middle = call.end + body.index;
      const last = source.indexOf('{{/when}}', middle);
      const [yes, no] = [source.slice(call.end, middle), source.slice(middle + 8, last)];
      one(
        'wrong direction word',
        'branches of a condition exchanged',
        `“${yes}” ↔ “${no}”`,
        put(file, { start: call.end, end: last }, `${no}{{else}}${yes}`),
      );
    }
  }
  if (['term', 'say'].includes(call.helper) && call.arguments[0]) {
    const given = call.arguments[0];
    const names =
      call.helper === 'term'
        ? [...context.content.terms.keys()]
        : [...(context.content.locales.get(spoken.lang)?.phrases.keys() ?? [])];
    const written = given.written.replace(/"/g, '');
    const other = pick(
      names.filter((name) => name !== written),
      'name',
      file,
      call.start,
    );
    if (other !== undefined) {
      faults.push(
        ...oneAndAll(
          place,
          'wrong name',
          `another ${call.helper === 'term' ? 'term' : 'phrase'}`,
          (each) =>
            each.arguments[0] && {
              edit: put(file, each.arguments[0], given.written.startsWith('"') ? `"${other}"` : other),
              change: `${written} → ${other}`,
            },
        ),
      );
    }
  }
  const helper = `${call.helper.slice(0, 2)}${call.helper.slice(3)}x`;
  if (call.kind === 'mustache')
    one('unknown reference', 'name of a helper misspelt', `${call.helper} → ${helper}`, put(file, call.name, helper));
  return faults;
}

/** Words that have an opposite; the longer first. */
const DIRECTIONS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  vi: [
    ['tăng', 'giảm'],
    ['lên', 'xuống'],
    ['vượt', 'kém'],
    ['nhanh hơn', 'chậm hơn'],
    ['cao hơn', 'thấp hơn'],
    ['lớn hơn', 'nhỏ hơn'],
    ['nhiều hơn', 'ít hơn'],
    ['thu hẹp', 'nới rộng'],
  ],
  en: [
    ['rise', 'fall'],
    ['rose', 'fell'],
    ['grew', 'shrank'],
    ['up', 'down'],
    ['faster', 'slower'],
    ['higher', 'lower'],
    ['more', 'less'],
    ['above', 'below'],
    ['growth', 'decline'],
    ['narrowed', 'widened'],
    ['increase', 'decrease'],
    ['gain', 'loss'],
  ],
};
const RANKS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  vi: [
    ['cao nhất', 'thấp nhất'],
    ['lớn nhất', 'nhỏ nhất'],
    ['chậm nhất', 'nhanh nhất'],
    ['kỷ lục', 'thấp nhất'],
    ['nhiều nhất', 'ít nhất'],
    ['thấp nhất', 'cao nhất'],
  ],
  en: [
    ['highest', 'lowest'],
    ['largest', 'smallest'],
    ['slowest', 'fastest'],
    ['most slowly', 'fastest'],
    ['record', 'lowest'],
    ['lowest', 'highest'],
    ['weakest', 'strongest'],
    ['biggest', 'smallest'],
  ],
};

/** A word and its opposite, wherever one of the two stands in the words of a text. */
function opposites(template: Template, kind: Class, operator: string, pairs: typeof DIRECTIONS): Fault[] {
  const faults: Fault[] = [];
  for (const text of template.texts) {
    const edits: Edit[][] = [];
    for (const spoken of text.spoken) {
      const own: Edit[] = [];
      const known = (pairs[spoken.lang] ?? []).flatMap(
        ([a, b]) =>
          [
            [a, b],
            [b, a],
          ] as const,
      );
      const words = new Map([...known].reverse());
      if (words.size === 0) continue;
      const pattern = new RegExp(
        `(?<!\\p{L})(?:${[...words.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
        'giu',
      );
      for (const piece of spoken.words) {
        for (const found of piece.text.matchAll(pattern)) {
          const start = piece.start + found.index;
          const other = words.get(found[0].toLowerCase()) ?? '';
          const edit = { file: template.file, start, end: start + found[0].length, text: other };
          own.push(edit);
          faults.push(
            faultOf(
              kind,
              `${operator}, one language`,
              { file: template.file, line: text.lines.first },
              `“${found[0]}” → “${other}” (${spoken.lang})`,
              [edit],
              [text.lines],
            ),
          );
        }
      }
      edits.push(own);
    }
    if (edits.length > 1 && edits.every((own) => own.length > 0)) {
      faults.push(
        faultOf(
          kind,
          `${operator}, all languages`,
          { file: template.file, line: text.lines.first },
          `${operator} in every language`,
          edits.map((own) => own[0] as Edit),
          [text.lines],
        ),
      );
    }
  }
  return faults;
}

/** Words and signs that say a quantity without a digit. */
const QUANTITIES = {
  vi: ['gấp đôi', 'quá nửa', 'gấp mười', 'một phần năm', 'hai lần', 'ba tháng', '½', '④', 'Ⅳ', '３'],
  en: [
    'twice',
    'over half',
    'tenfold',
    'a fifth',
    'quadrupled',
    'fifteen',
    'seventy',
    'one billion',
    '½',
    '④',
    'Ⅳ',
    '３',
  ],
};

/** Vietnamese in the encoding that came before Unicode: the bytes of TCVN3 as a browser shows them. */
const TCVN3: Readonly<Record<string, string>> = {
  á: '¸',
  à: 'µ',
  ả: '¶',
  ã: '·',
  ạ: '¹',
  ă: '¨',
  â: '©',
  đ: '®',
  ê: 'ª',
  ô: '«',
  ơ: '¬',
  ư: '\u00AD',
  ấ: 'Ê',
  ầ: 'Ç',
  ậ: 'Ë',
  ế: 'Õ',
  ề: 'Ò',
  ệ: 'Ö',
  ố: 'è',
  ồ: 'å',
  ộ: 'é',
  ớ: 'í',
  ờ: 'ê',
  ợ: 'î',
  ứ: 'ø',
  ừ: 'õ',
  ự: 'ù',
  ị: 'Þ',
  í: 'Ý',
  ì: '×',
  ú: 'ó',
  ù: 'ï',
  ụ: 'ô',
  ý: 'ý',
};

function ofText(template: Template, text: Text, context: Context): Fault[] {
  const { file } = template;
  const faults: Fault[] = [];
  const at = { file, line: text.lines.first };
  const source = context.files.get(file) ?? '';
  const near = { ...text.lines, last: text.lines.last };
  for (const spoken of text.spoken) {
    const inner = source.slice(spoken.start, spoken.end);
    const add = (kind: Class, operator: string, change: string, edits: readonly Edit[]) =>
      void faults.push(faultOf(kind, operator, at, change, edits, [near]));
    add('missing twin', 'text left out in one language', `${spoken.lang} left out`, [put(file, spoken.outer, '')]);
    add('missing twin', 'text emptied in one language', `${spoken.lang} emptied`, [put(file, spoken, '')]);
    const other = text.spoken.find((each) => each !== spoken);
    if (
      other &&
      source
        .slice(other.start, other.end)
        .replace(/\{\{[^}]*\}\}/g, '')
        .trim() !== inner.replace(/\{\{[^}]*\}\}/g, '').trim()
    ) {
      add('wrong language or notation', 'text in the language of its twin', `${spoken.lang} in ${other.lang}`, [
        put(file, spoken, source.slice(other.start, other.end)),
      ]);
    }
    const decomposed = spoken.words.find((piece) => piece.text.normalize('NFD') !== piece.text);
    if (decomposed)
      add('corrupted text', 'letters and marks apart (NFD)', `“${decomposed.text.trim().slice(0, 30)}”`, [
        put(file, decomposed, decomposed.text.normalize('NFD')),
      ]);
    const accented = spoken.words.find((piece) => [...piece.text].filter((letter) => TCVN3[letter]).length > 1);
    if (accented)
      add('corrupted text', 'letters of an old encoding (TCVN3)', `“${accented.text.trim().slice(0, 30)}”`, [
        put(file, accented, [...accented.text].map((letter) => TCVN3[letter] ?? letter).join('')),
      ]);
    const broken = spoken.words.find((piece) => /\p{L}{3}/u.test(piece.text));
    if (broken) {
      const letter = broken.text.search(/\p{L}{3}/u) + 1;
      add('corrupted text', 'a letter lost (U+FFFD)', `“${broken.text.trim().slice(0, 30)}”`, [
        put(file, { start: broken.start + letter, end: broken.start + letter + 1 }, '\uFFFD'),
      ]);
      add('corrupted text', 'a word cut short', `“${broken.text.trim().slice(0, 30)}”`, [
        put(file, { start: broken.start + letter, end: broken.start + letter + 1 }, ''),
      ]);
      const words = spoken.lang === 'vi' ? QUANTITIES.vi : QUANTITIES.en;
      const word = ` ${pick(words, 'quantity', file, spoken.start) ?? ''}`;
      add('stale number', 'quantity typed in words or signs', `“${word.trim()}” (${spoken.lang})`, [
        put(file, { start: spoken.end, end: spoken.end }, word),
      ]);
    }
  }
  faults.push(
    faultOf(
      'missing part',
      'text inside an HTML comment',
      at,
      `${text.helper} in a comment`,
      [
        put(file, { start: text.start, end: text.start }, '<!-- '),
        put(file, { start: text.end, end: text.end }, ' -->'),
      ],
      [near],
    ),
  );
  const lineStart = source.lastIndexOf('\n', text.start - 1) + 1;
  const lineEnd = source.indexOf('\n', text.end);
  const alone = source.slice(lineStart, text.start).trim() === '' && source.slice(text.end, lineEnd).trim() === '';
  const cut = alone ? { start: lineStart, end: lineEnd + 1 } : { start: text.start, end: text.end };
  // What is gone has no line any more: the error stands at the text before it or behind it.
  const i = template.texts.indexOf(text);
  const [before, after] = [template.texts[i - 1], template.texts[i + 1]];
  const removed = source.slice(cut.start, cut.end).split('\n').length - 1;
  const end = source.split('\n').length;
  const beside = { file, first: before?.lines.first ?? 1, last: (after?.lines.last ?? end) - removed };
  faults.push(
    faultOf(
      'missing part',
      'text left out in every language',
      at,
      `${text.helper} left out`,
      [put(file, cut, '')],
      [beside],
    ),
  );
  return faults;
}

/** Every fault in the texts of every template. */
export function templateTexts(context: Context): Fault[] {
  return context.templates.flatMap((template) => [
    ...placesIn(template).flatMap((place) => ofCall(place, context)),
    ...opposites(template, 'wrong direction word', 'a word for its opposite', DIRECTIONS),
    ...opposites(template, 'wrong rank word', 'a rank for its opposite', RANKS),
    ...template.texts.flatMap((text) => ofText(template, text, context)),
  ]);
}
