/**
 * Every sentence the tool says about a problem, on one page: `{name}` is filled in from the problem's arguments.
 * A message says what is wrong; a hint says what to do, and is left out where one of its arguments is unknown.
 * Codes are permanent: `<stage or noun>-<what>`; sentences may improve. Keep the groups in the order of the line.
 */
interface Sentence {
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly hint?: string;
}

const error = (message: string, hint?: string): Sentence => ({ severity: 'error', message, ...(hint && { hint }) });
const warning = (message: string, hint?: string): Sentence => ({ severity: 'warning', message, ...(hint && { hint }) });
const note = (message: string, hint?: string): Sentence => ({ severity: 'note', message, ...(hint && { hint }) });

export const MESSAGES = {
  // --- command line
  'edition-unknown': error('There is no edition “{name}”; there is {known}.', 'Did you mean “{near}”?'),
  'fact-not-known': error('There is no fact “{name}”.', 'Did you mean “{near}”?'),
  'edition-missing': error(
    'The project has no edition.',
    'Write data/editions/<year>.yaml, and list it in brief.yaml: editions: ["2005"].',
  ),
  'usage-format': error('“{format}” is no format.', 'Use html, pdf, or both with a comma between.'),
  'usage-side': error(
    '“{name}” is no edition of this project, and no output folder, facts.json or PDF; there is {known}.',
    'Did you mean “{near}”?',
  ),
  'usage-file': error('{path} cannot be read: {reason}.', 'Give the path of a file that is there.'),
  'document-unknown': error('“{name}” is no document of this project; there is {known}.', 'Did you mean “{near}”?'),
  // --- refresh
  'series-not-known': error(
    'There is no series “{name}” that can be refreshed; there is {known}.',
    'Did you mean “{near}”?',
  ),
  'refresh-no-source': error(
    'The series {name} does not say where it comes from.',
    'Write “fetch:” with “from” and “code”; data/refresh.yaml names the publishers.',
  ),
  'refresh-none': error(
    'No series says where it comes from.',
    'Write data/refresh.yaml, and “fetch:” into the series that are to be refreshed.',
  ),
  'refresh-unreachable': error(
    'The series {series} was not fetched: {reason}.',
    'Try again later, or correct the address in data/refresh.yaml. Nothing was changed.',
  ),
  'refresh-not-understood': error(
    'The answer for the series {series} cannot be used: {reason}.',
    'Correct “code” here, or “protocol” and “url” in data/refresh.yaml. Nothing was changed.',
  ),
  'refresh-empty': error(
    'The answer for the series {series} has no figure of {code}.',
    'Correct “code”, “economy”, “items” or “since”. Nothing was changed.',
  ),
  'refresh-contradiction': error(
    'The answer for the series {series} has two figures for {what}: {one} and {other}.',
    'Narrow “code” to one row, or name the “dimension” that tells them apart. Nothing was changed.',
  ),
  'refresh-scale': error(
    'The figures fetched for the series {series} are about ten to the power of {power} times those of the newest vintage.',
    'The publisher may have changed the unit; “power: {remedy}” would make them fit. Nothing was changed.',
  ),
  'refresh-gone': warning(
    'The new vintage of the series {series} has no figure for {periods}, which the one before has.',
    'Look whether they were withdrawn; formulas that need them keep the old vintage.',
  ),
  // --- load
  'file-missing': error('The file {path} is missing.', '{what}'),
  'yaml-syntax': error('The YAML does not parse: {reason}.', '{advice}'),
  'yaml-duplicate-key': error('The key “{key}” stands twice.', 'Remove one of them; the first is on line {first}.'),
  'yaml-aliases': error(
    'Aliases expand to more than {limit} values.',
    'Write the values out; aliases that multiply are refused.',
  ),
  'text-not-nfc': error('“{text}” is not composed text (NFC).', 'Write “{fixed}” with precomposed letters.'),
  'file-not-read': warning('The file {path} is not read.', '{advice}'),
  'yaml-not-allowed': error('{what}.', '{advice}'),
  'text-lost-character': error(
    'The text holds {code}, which stands for no letter: a character was lost on the way.',
    'Type it again, and save the file as UTF-8.',
  ),
  'text-invisible-character': error(
    'The text holds {code}, a {what} that nobody sees.',
    'Delete it; a no-break space is U+00A0.',
  ),
  'text-legacy-encoding': warning(
    '“{text}” looks like Vietnamese in another encoding ({encoding}).',
    'Convert it to Unicode; it was probably “{guess}”.',
  ),
  'link-outside': error('{path} is a link that leads out of the project.', 'Put what it leads to here itself.'),
  'path-outside': error('The path {path} leaves the project.', 'Use a path below the project folder, without “..”.'),
  // --- validate
  'shape-unknown-key': error('Unknown key “{key}”.', 'Did you mean “{near}”?'),
  'shape-missing-key': error('The key “{key}” is missing.', 'Add “{key}: …” here.'),
  'shape-wrong-value': error('{expected}, but found {found}.', '{advice}'),
  'unknown-name': error('Unknown {what} “{name}”.', 'Did you mean “{near}”?'),
  'text-comma': error('The text ends at the comma before “{key}”.', 'Put a text with a comma in quotes.'),
  'series-both': error(
    'The vintage has neither or both of “values” and “table”.',
    'Write “values:” with the figures, or in a panel “table:” with the path of its CSV file.',
  ),
  'series-panel': error('{found} in a series that is {panel} panel.', '{advice}'),
  'series-mixed': error(
    'This vintage has {found}, but the newest has {first}.',
    'Give all vintages of a series the same form.',
  ),
  'series-order': warning('This vintage was published after the one above it.', 'Put the newest vintage first.'),
  'mark-without-figure': error(
    'The mark stands at {period}, where there is no figure.',
    'Give a period that has one: {near}.',
  ),
  'name-twice': error('The {what} “{name}” stands twice.', 'Remove one of them; the first is on line {first}.'),
  'name-not-allowed': error('“{name}” cannot be the name of {what}.', '{advice}'),
  'window-order': error(
    'The window ends in {end}, before it begins in {start}.',
    'Write the first year under “start”, the last under “end”.',
  ),
  'locale-language': error(
    'The locale file of “{file}” says that it is “{lang}”.',
    'Write “lang: {file}”, or rename the file to {lang}.yaml.',
  ),
  'table-header': error('The first line of a table must be “economy” and periods; “{found}” is neither.', '{advice}'),
  'table-row': error(
    'The row has {found} cells, the first line has {expected}.',
    'Numbers are written without commas between thousands; an empty cell is no figure.',
  ),
  'table-number': error('“{found}” is not a number.', '{advice}'),
  'table-economy': error(
    '“{found}” is not the code of an economy.',
    'Use the three capital letters of ISO 3166, like VNM.',
  ),
  'style-loads': error(
    'The style sheet asks for {address}.',
    'A brief loads nothing from elsewhere: put it into the style sheet as “data:…”, or take it out.',
  ),
  'style-typed-number': error(
    'The style sheet prints “{text}”: a number that belongs to no fact.',
    'Print it in a template, through a fact; a counter, counter(name), is fine.',
  ),
  'claim-close': error(
    '“close” is {close}, less than “within”, {within}.',
    'A figure is close beyond “within”: give a larger number, or leave “close” out.',
  ),
  'point-both': error('The point “{point}” is both told and left out.', 'Take it from “points” or from “left_out”.'),
  'previous-later': error(
    'The edition before, {name}, ends in {last}, and this one in {end}.',
    'Name an edition whose window ends earlier.',
  ),
  'rule-bounds': error(
    'The rule allows nothing: {least} is more than {most}.',
    'Write the lesser bound first: between: [-40, 60].',
  ),
  'translation-missing': error('The {language} text is missing.', 'Add “{key}: …” beside the others.'),
  // --- derive
  'formula-syntax': error(
    'The formula does not parse: {reason}.',
    'A formula is one expression of names, numbers, + − * /, comparisons, &&, ||, ! and functions.',
  ),
  'formula-not-allowed': error('{found} is not part of the formula language.', '{advice}'),
  'formula-chained-comparison': error(
    'Comparisons cannot be chained.',
    'Write two of them joined by &&: a < b && b < c.',
  ),
  'formula-value': error('{wanted} is wanted here, but this is {found}.', '{advice}'),
  'formula-arguments': error('The function {function} was given {found} arguments.', 'It is used so: {usage}.'),
  'formula-argument': error(
    '{function} wants {wanted} as “{parameter}”, but this is {found}.',
    'It is used so: {usage}.',
  ),
  'formula-units': error('“{operator}” cannot join {left} and {right}.', '{advice}'),
  'formula-division-by-zero': error('Division by zero: {divisor} is 0.', 'Check its figures, or choose other years.'),
  'formula-undefined': error('{function} is not defined here: {reason}.', 'Check the figures, or choose other years.'),
  'formula-not-finite': error('The result is not a finite number.', 'Check the figures that it is made from.'),
  'year-outside-family': error(
    '“year” stands only in a family of facts.',
    'Give the fact a range, “each: base..end”, or name the year.',
  ),
  'cell-missing': error('{series} has no figure for {period} (vintage {vintage}).', 'It has figures for {known}.'),
  'previous-missing': error(
    '“{name}” is a year of the edition before, and this edition names none.',
    'Write “previous: "<edition>"” into its file, or ask {{#has "previous"}} first.',
  ),
  'vintage-unknown': error('{series} has no vintage “{vintage}”.', 'It has {known}.'),
  'vintage-ambiguous': error(
    '{series} has several vintages, and neither the formula nor the edition says which.',
    'Name one in brackets or under “vintages:” of the edition: {known}.',
  ),
  'vintages-mixed': error(
    'The formula mixes vintages of {series}: {vintages}.',
    'Name the vintage in brackets wherever {series} stands, so that the mixture is meant.',
  ),
  'facts-mix-vintages': error(
    'The formula joins facts that read different vintages of {series}: {vintages}.',
    'Let both read one vintage; if the mixture is meant, read {series} itself here, each vintage in brackets.',
  ),
  'fact-cycle': error('The fact depends on itself: {path}.', 'Let one of them read a series instead.'),
  'fact-unit': error(
    'The formula gives {found}, but the fact is declared in {declared}.',
    'Declare a unit of {kind}: {units}.',
  ),
  'fact-name-taken': error('The name “{name}” already belongs to {owner}.', 'Choose another name.'),
  'fact-range': error('The family has no years: {from} to {to}.', 'Write the earlier year first, “each: base..end”.'),
  'family-year-outside': error('{family} has no figure for {year}.', 'Its years are {known}.'),
  'stated-unknown': error('The edition’s article states no figure “{name}”.', 'Did you mean “{near}”?'),
  'claim-verdict-moved': error(
    'Claim {claim} is recorded as {recorded}, but its checks give {computed}: {text}.',
    'Read the claim again; if the new verdict is right, record it (brief accept).',
  ),
  'rule-comparison': error(
    'A rule that “holds” is one comparison.',
    'Compare two sides with ==, <= or >=: exports - imports == balance.',
  ),
  'rule-vintage': error(
    '{series} has several vintages, and the rule does not say which.',
    'Name one in brackets: {known}.',
  ),
  'rule-idle': warning('The rule {rule} checks nothing.', 'Look at its years and at the names of its series.'),
  'exception-idle': warning('The rule {rule} holds for {period} without this exception.', 'Take the exception out.'),
  'sense-gap': error(
    '{series} has no figure for {periods} (vintage {vintage}): {why}',
    'Fill the gap, or give the rule {rule} an exception with its reason.',
  ),
  'sense-figure': error(
    '{figure} is {value} for {period}, which breaks {rules}: {why}',
    '{advice} If it is right, give the rule an exception with its reason: {where}.',
  ),
  'sense-changed': error(
    '{figure} is {value} for {period}, but was {was} when it was taken over from its source.',
    'Set it back; if the change is meant, record the totals anew: node scripts/control-totals.mjs {series}.',
  ),
  'sense-totals': error(
    'The figures of {figures} do not add up to their control totals, and no single one explains it.',
    'Compare them with their source; if the changes are meant, record the totals anew: node scripts/control-totals.mjs {series}.',
  ),
  'claim-undecided': error(
    'No check of claim {claim} decides its verdict.',
    'Leave out “decides: false” in at least one of them.',
  ),
  // --- chart
  'chart-transform-refused': error(
    '“{transform}” makes numbers that no fact proves.',
    'Make them facts in data/facts, or name “{transform}” under usermeta.brief.allow.',
  ),
  'chart-data-refused': error(
    'The chart brings its own data ({found}).',
    'Charts draw facts: name a dataset of usermeta.brief.datasets, data: {name: …}.',
  ),
  'chart-typed-number': error(
    'The number {number} is typed into the chart.',
    'Refer to a fact: as a row, as a field of “with”, or as a case of “set”.',
  ),
  'chart-field-taken': error('Every row already has a field “{field}”.', 'Choose another name.'),
  'chart-empty-dataset': error(
    'The dataset “{dataset}” of {chart} has no rows in {document}.',
    'Check its years, or name it under usermeta.brief.optional.',
  ),
  'chart-warning': error(
    'Vega-Lite warns: {reason}',
    'Change the spec: what it drops or ignores would be missing from the page.',
  ),
  'chart-not-drawn': error(
    'The chart cannot be drawn in {document}: {reason}',
    'See the Vega-Lite documentation of the property named.',
  ),
  'chart-load-refused': error('The chart asks for {address}.', 'Charts load nothing; draw facts.'),
  'chart-label-outside': error(
    'The label “{text}” of {chart} stands {pixels} px outside the frame in {document}.',
    'Give the frame more padding on that side, or shorten the text.',
  ),
  'chart-labels-overlap': error(
    'The labels “{text}” and “{other}” of {chart} overlap in {document}.',
    'Move one of them, show fewer, or list their layer under usermeta.brief.spread.',
  ),
  'chart-number-without-fact': error(
    'The label “{text}” of {chart} shows {number}, which is no fact of its datum ({document}).',
    'Show the field “label”, a year, or a name whose phrase has the fact.',
  ),
  'chart-empty-mark': error(
    'The layer {layer} of {chart} draws nothing in {document}.',
    'Check its data and filter, or name the layer and list it under usermeta.brief.optional.',
  ),
  // --- render
  'template-syntax': error('The template does not parse: {reason}.', '{advice}'),
  'template-unknown': error('Unknown {what} “{name}”.', 'Did you mean “{near}”?'),
  'template-choice': error('“{name}” is no {what}.', 'Use one of: {names}.'),
  'template-missing': error('There is no template for {what} “{name}”.', 'Write {path}, or take “{name}” out.'),
  'template-raw': error(
    'Three braces print without escaping.',
    'Write two braces; markup belongs in the template itself.',
  ),
  'template-not-allowed': error('A template cannot contain {what}.', 'Use a helper or a partial.'),
  'template-active': error(
    'The template has {what}.',
    'A brief runs no script and loads nothing from elsewhere: take it out.',
  ),
  'template-comment': error(
    'The template has an HTML comment: what stands in it is not on the page, and nothing tells.',
    'Take it out, or make it a comment of the template: {{!-- … --}}.',
  ),
  'template-not-a-block': error('“{name}” is not a block.', 'Write it without “#” and without an end.'),
  'template-needs-block': error('“{name}” needs a text.', 'Write it as a block with “#”, and end it with “/{name}”.'),
  'template-arguments': error('“{name}” takes {wanted}, but was given {found} arguments.', 'Give it: {wanted}.'),
  'template-partial-loop': error('The partial “{name}” includes itself.', 'Take the inner one out.'),
  'template-typed-number': error(
    'The number “{number}” is typed into the template.',
    'Print it through a fact, {{fact name}}, or a year, {{year end}}.',
  ),
  'template-language-missing': error(
    '“{name}” has no text in “{language}”.',
    'Add a {{#{language}}} block beside the others.',
  ),
  'template-language-nested': error('“{name}” stands inside “{outer}”.', 'Put the languages side by side.'),
  'template-language-alone': error(
    'The text of “{name}” stands outside any block.',
    'Put it into paragraph, heading or another block that holds every language.',
  ),
  'template-outside-language': error('“{name}” prints words of one language.', 'Use it inside a language block.'),
  'translations-never-accepted': note(
    'None of the {count} texts in several languages was ever accepted as a translation.',
    'Read them side by side, then run `brief accept`: from then on a text that changes alone is reported.',
  ),
  'translation-new': warning(
    'The texts of “{block}” were never accepted as translations of each other.',
    'Read them side by side, then run `brief accept`.',
  ),
  'translation-changed': error(
    'All texts of “{block}” changed since they were accepted.',
    'Read them side by side, then run `brief accept`.',
  ),
  'accepted-changed': error(
    'What “{block}” shows ({part}) changed since it was accepted.',
    'Read it with its texts, then run `brief accept`.',
  ),
  'accepted-gone': error('“{block}” was accepted, and is gone.', 'Put it back, or run `brief accept`.'),
  'facts-never-accepted': note(
    'The numbers of edition {edition} were never accepted.',
    'Read the brief, then run `brief accept`: from then on a number that moves is reported.',
  ),
  'fact-new': warning(
    'The fact {fact} is new since edition {edition} was accepted.',
    'Read what prints it, then run `brief accept`.',
  ),
  'figure-moved': error(
    '{figure} is {now}; it was {before} when edition {edition} was accepted. {moved}',
    'If it is right, read the sentences again, then run `brief accept`.',
  ),
  'fact-moved': error(
    '{what} changed since edition {edition} was accepted. {moved}',
    'If it is right, read the sentences again, then run `brief accept`.',
  ),
  'translation-stale': error(
    'The “{language}” text of “{block}” is stale: its twin ({other}) changed since both were accepted.',
    'Bring it up to date, or accept it as it stands with `brief accept`.',
  ),
  'template-failed': error('The template failed: {reason}.', 'See the line named.'),
  'statement-not-true': error(
    'The sentence asserts “{fact}”, which the data deny.',
    'Change the sentence, or word it with a helper that follows the data.',
  ),
  'fact-without-year': error(
    '“{name}” has a figure for every year, and none is named.',
    'Name one: {name}.end, or {name}.[1996].',
  ),
  'fact-not-available': error(
    'There is no {what} “{name}” in this edition.',
    'See the problems of its formula, or leave the sentence out.',
  ),
  // --- audit
  'number-without-fact': error(
    'The number “{number}” belongs to no fact: “{text}”.',
    'Print it through a fact, or as a year of one.',
  ),
  'number-word-without-fact': error(
    'The words “{words}” state a number in “{language}” that belongs to no fact.',
    'Print it with the helper “word” from a fact, or say it without a number.',
  ),
  'year-without-fact': error(
    'The year {year} is no year of a fact beside it; those speak of {years}.',
    'Name the year of the fact, or print the fact of that year.',
  ),
  'word-against-data': error(
    '“{word}” goes against the data: {fact} is {value} (“{language}”).',
    'Let a helper choose the word: {{change …}} or {{direction …}}.',
  ),
  'word-not-borne-out': error(
    '“{word}” claims a rank that no fact of the block bears out (“{language}”).',
    'Add {{ensure …}} with a fact that is true where the word is.',
  ),
  'parity-year-missing': error(
    'The year {year} is missing in “{language}”; the other language names it.',
    'Name the same years in both languages.',
  ),
  'parity-fact-missing': error(
    'The fact {fact} is missing in “{language}”; the other language prints it ({expression}).',
    'Say the same in both languages.',
  ),
  'language-lint': error('The “{language}” text has {rule}: “{found}”.', 'Let the helpers write numbers and units.'),
  'text-in-other-language': error(
    'The “{language}” text reads as “{other}”: “{found}”.',
    'Write it in its own language; what is meant to stay foreign goes into <span lang="{other}">.',
  ),
  'link-nowhere': error(
    'A link leads to “#{anchor}”, and nothing on the page has that id.',
    'Correct the anchor; a section has “point-” before its name.',
  ),
  // --- print
  'print-request-refused': error(
    '{document} asks for {address}, which a printed page may not reach.',
    'Put it into the page itself; only the fonts of the tool are served beside it.',
  ),
  'print-font-failed': error(
    'The font {font} of {document} did not load.',
    'Check the address and the file of its @font-face rule.',
  ),
  'print-no-text': error(
    '{document} printed without any text: no glyph reached the paper.',
    'Run `brief doctor`: the browser finds no font that it can draw with.',
  ),
  'print-page-empty': error(
    'Page {page} of {document} has no text.',
    'Look for a page break after the last block, or a block that is taller than a page.',
  ),
  'print-too-wide': error(
    '“{block}” in {document} is {excess} mm wider than its box on the printed page.',
    'Shorten the text, or give the box more width.',
  ),
  'print-clipped': error(
    '“{block}” in {document} hides {excess} mm of its content on the printed page.',
    'Give the box more height, or let it grow.',
  ),
  'print-timeout': error(
    '{document} was not printed within {seconds} seconds.',
    'Run it again with fewer jobs (`--jobs 1`); if it hangs again, look for a very large chart or table in it.',
  ),
  'print-crashed': error(
    'The page of {document} crashed while it was printed.',
    'Run it again with fewer jobs (`--jobs 1`); the machine may be out of memory.',
  ),
  'print-failed': error(
    '{document} could not be printed: {reason}.',
    'Run `brief doctor` to see whether this browser prints at all.',
  ),
  'print-unreadable': error(
    'The pages of {document} cannot be counted: the browser wrote a PDF of an unknown shape.',
    'Use the packaged browser (leave --browser and BRIEF_BROWSER out).',
  ),
  'print-anchor-missing': error(
    '{document} names the page of “{anchor}”, but nothing on its pages links to that anchor.',
    'Give the block this id, and link to it where the page number stands.',
  ),
  'print-pages-unstable': error(
    'The page numbers in the contents of {document} did not settle after {prints} prints.',
    'Give the page numbers a fixed width, so that they do not move the text.',
  ),
  // --- finish
  'finish-unreadable': error(
    'The printed PDF cannot be read: {reason}.',
    'Print with the packaged browser; the file may have been cut off.',
  ),
  'finish-untagged': error('The printed PDF has no structure tree.', 'Print it tagged, with the packaged browser.'),
  'finish-date': error(
    '“{date}” is no date for the file.',
    'Write the date of the edition as year-month-day, or SOURCE_DATE_EPOCH in whole seconds.',
  ),
  'finish-content-odd': error(
    'Page {page} has {oddity}.',
    'Look for translucent groups (opacity, filters) around text on this page, and take them away.',
  ),
  'finish-text-untied': error(
    'Page {page} has tagged text that no structure element holds: “{text}”.',
    'Give its element a plain tag, or hide it from readers with aria-hidden.',
  ),
  'finish-table-row': error('A table row holds {found} beside its cells.', 'Put it into a td or th.'),
  'finish-link-silent': error(
    'A link to {target} has no words.',
    'Give the anchor text, or a picture with a text alternative.',
  ),
  'finish-annotation-untied': error(
    'Page {page} has an annotation ({type}) that no structure element holds.',
    'Use plain links, and leave roles off them.',
  ),
  'finish-type-unknown': warning(
    'The structure type {type} is unknown; readers are told to treat it as a span.',
    'Use an element with a standard meaning.',
  ),
  'finish-attachment-twice': error(
    'Two attached files are named {name}; the second was left out.',
    'Give each its own name.',
  ),
  'finish-attachment-type': error(
    'The attached file {name} has the type “{mime}”, which is none.',
    'Use application/octet-stream where the type is unknown.',
  ),
  // --- verify
  'pdf-unreadable': error(
    'The PDF cannot be read: {reason}.',
    'Print it again; the file may have been cut off or encrypted.',
  ),
  'pdf-text-differs': error(
    'Page {page} does not say what block “{block}” says: the HTML has “{html}”, the PDF “{printed}”.',
    'Give the block white-space: pre-wrap and no text-transform, or a word loses its space at a line end; between the items of a flex or grid box, put the space into an item.',
  ),
  'pdf-text-missing': error(
    'The text of block “{block}” is not in the PDF: “{text}”.',
    'See whether it is hidden, clipped, or drawn by CSS content.',
  ),
  'pdf-text-added': error(
    'Page {page} has text that no block of the HTML has, before {before}: “{text}”.',
    'Take text out of CSS content, or hide it from readers with aria-hidden.',
  ),
  'pdf-text-language': error(
    'Block “{block}” is in “{wanted}”, but the PDF says “{found}” on page {page}.',
    'Give every element with lang an id: Chromium forgets the language of those without.',
  ),
  'pdf-drawing-differs': error(
    'Page {page} does not paint what the chart of block “{block}” draws: the drawing has “{html}”, the PDF “{printed}”.',
  ),
  'pdf-margin-differs': error(
    'Page {page} says “{text}” outside every block, which is no running title, head of a table, or number of the page.',
    'Write margin boxes with content: "…" and counter(page) alone.',
  ),
  'pdf-outline': error(
    'The bookmark “{bookmark}” stands where the heading “{heading}” is.',
    'Give headings white-space: pre-wrap, or their lines are glued together in the bookmarks.',
  ),
  'page-text-cut': error(
    '“{text}” on page {page} of {document} is cut off: “{glyph}” loses {cut} mm.',
    'Give the box more height or width, or let what passes it show (overflow: visible).',
  ),
  'page-lines-touch': error(
    'Two lines of “{words}” on page {page} of {document} touch: “{glyph}” stands in “{above}” above it.',
    'Give the text a line height of at least 1.25; Vietnamese capitals carry two marks.',
  ),
  'page-text-collides': error(
    '“{text}” on page {page} of {document} stands upon “{other}”.',
    'Give both more room, or take away the margin that draws them together.',
  ),
  'page-text-on-chart': error(
    '“{text}” on page {page} of {document} stands upon the chart “{chart}”.',
    'Give both more room, or take away the margin that draws them together.',
  ),
  'page-text-small': error(
    '“{text}” on page {page} of {document} is printed in {size} pt, smaller than can be read with ease.',
    'Print nothing smaller than 7.5 pt. Where the whole page became smaller, something in it is wider than the page.',
  ),
  'page-font-strange': error(
    '“{text}” on page {page} of {document} is set in {font}, which is none of the document’s own fonts.',
    'Give the element one of the families and weights of tokens.css.',
  ),
  'page-chart-blank': error(
    'The chart “{chart}” on page {page} of {document} shows no marks.',
    'Look at its colours, opacity and scales, and at the styles around it.',
  ),
  'page-heading-last': warning(
    '“{heading}” is the last thing on page {page} of {document}; its text begins on the next one.',
    'Keep it with what follows (break-after: avoid), or begin a new page before it.',
  ),
  'page-chart-split': error(
    'The chart “{chart}” is cut in two after page {page} of {document}.',
    'Make it less high, and keep it in one piece (break-inside: avoid).',
  ),
  'page-chart-apart': warning(
    '“{text}” on page {other} of {document} belongs to the chart “{chart}” on page {page}.',
    'Keep both together (break-inside: avoid around them, break-after: avoid above).',
  ),
  'page-row-split': warning(
    'The row “{row}” of a table is cut in two after page {page} of {document}.',
    'Keep rows in one piece (tr { break-inside: avoid }).',
  ),
  'page-table-split': warning(
    'The table “{table}” is cut in two after page {page} of {document}, though it would fit on one page.',
    'Keep it in one piece (break-inside: avoid), or begin a new page before it.',
  ),
  'page-row-alone': warning(
    'One row of the table “{table}”, which begins on page {page} of {document}, stands on a page alone.',
    'Keep the first and the last rows together (break-after: avoid), or make the table a row shorter.',
  ),
  'page-nearly-empty': warning(
    'Page {page} of {document} is filled for {used} mm only; “{text}” begins the next one.',
    'Shorten what does not fit any more by a line or two, or let it stand in several pieces.',
  ),
  'page-last-short': warning(
    'The last page of {document} holds {used} mm of text, from “{text}” on.',
    'Shorten a text by a line or two, so that the page goes.',
  ),
  'page-link-lost': error(
    'The link “{text}” on page {page} of {document} leads to “{target}”, which is not in the file.',
    'Name a section that the edition has.',
  ),
  'page-link-page': error(
    'The link “{text}” on page {page} of {document} says page {said}, but leads to page {led}.',
    'Let link and page number name the same section.',
  ),
  'page-link-text': warning(
    'The link “{text}” on page {page} of {document} leads to “{found}” on page {led}, where none of its words stand.',
    'Name the section that the words are about.',
  ),
  'pdf-header': error('The file does not begin as a PDF 1.7 should ({clause}).', 'Finish the file again.'),
  'pdf-identifier': error('The file has no identifier ({clause}).', 'Finish the file again.'),
  'pdf-syntax': error(
    'Its syntax is not strict: {fault} ({clause}).',
    'Finish the file again; no other tool should have changed it.',
  ),
  'pdf-hex-string': error(
    'A hexadecimal string is malformed in {where} ({clause}).',
    'Finish the file again; no other tool should have changed it.',
  ),
  'pdf-filter': error(
    'A stream uses {found}, which PDF/A forbids ({clause}).',
    'Finish the file again; no other tool should have changed it.',
  ),
  'pdf-limit': error(
    'The file has {limit}, more than PDF/A allows ({clause}).',
    'Simplify what is drawn, or split the text.',
  ),
  'pdf-stranger': error(
    'The file has {what}, which files of this tool never have ({clause}).',
    'Take it out: nothing here can judge it.',
  ),
  'pdf-metadata-missing': error('The file has no XMP metadata ({clause}).', 'Finish the file again.'),
  'pdf-xmp-malformed': error('The XMP metadata are not well formed ({clause}).', 'Finish the file again.'),
  'pdf-ua-identification': error(
    'The metadata do not say PDF/UA-1: wanted {wanted}, found {found} ({clause}).',
    'Finish the file again.',
  ),
  'pdf-a-identification': error(
    'The metadata do not say PDF/A-3a: wanted {wanted}, found {found} ({clause}).',
    'Finish the file again.',
  ),
  'pdf-title-missing': error('The metadata have no title ({clause}).', 'Give the edition a title.'),
  'pdf-title-hidden': error('Viewers are not told to show the title ({clause}).', 'Finish the file again.'),
  'pdf-xmp-property': error(
    'The metadata property {name} {fault} ({clause}).',
    'Use a property of Dublin Core, XMP or PDF, or describe its schema.',
  ),
  'pdf-xmp-extension': error('A metadata schema is badly described: {fault} ({clause}).', 'Finish the file again.'),
  'pdf-language-missing': error('The document names no language ({clause}).', 'Give the html element a lang.'),
  'pdf-language-tag': error('“{lang}” in {where} is no language tag ({clause}).', 'Write a tag such as vi or en.'),
  'pdf-not-marked': error('The file does not say that it is tagged ({clause}).', 'Print it tagged.'),
  'pdf-suspects': error('The file calls its own tags suspect ({clause}).', 'Finish the file again.'),
  'pdf-structure-missing': error('The file has no structure tree ({clause}).', 'Print it tagged.'),
  'pdf-type-unmapped': error(
    'The structure type {type} means nothing standard ({clause}).',
    'Use an element with a standard meaning.',
  ),
  'pdf-type-remapped': error(
    'The standard structure type {type} is given another meaning ({clause}).',
    'Finish the file again.',
  ),
  'pdf-name-encoding': error(
    'The name {name} is not UTF-8 ({clause}).',
    'Use a font whose PostScript name is plain ASCII.',
  ),
  'pdf-parent-missing': error(
    'The element {type} (page {page}) does not hang together with its tree ({clause}).',
    'Finish the file again.',
  ),
  'pdf-nesting': error(
    '{inner} stands in {outer} on page {page} ({clause}).',
    'Nest table, list and caption elements as HTML does.',
  ),
  'pdf-caption': error(
    '{type} on page {page} has its caption in the middle, or several ({clause}).',
    'Give it one caption, first or last.',
  ),
  'pdf-heading-levels': error(
    'The heading {type} on page {page} follows {before} ({clause}).',
    'Begin with h1, and go down one level at a time.',
  ),
  'pdf-heading-kinds': error(
    'Headings with and without a level are mixed: {type} on page {page} ({clause}).',
    'Use h1 to h6 alone.',
  ),
  'pdf-figure-alternative': error(
    'A {type} on page {page} has no text alternative ({clause}).',
    'Give the svg role="img" and an aria-label.',
  ),
  'pdf-figure-short': error(
    'The text alternative of a {type} on page {page} is too short to say what it shows: “{text}”.',
    'Write a sentence of at least {least} letters.',
  ),
  'pdf-figure-box': error(
    'A {type} on page {page} does not say where it lies.',
    'See whether anything of it is drawn.',
  ),
  'pdf-note-id': error('A {type} on page {page} has no id of its own ({clause}).', 'Give each note its own id.'),
  'pdf-table-groups': error(
    'The table on page {page} has more than one head or foot, or no body ({clause}).',
    'Use one thead and at least one tbody.',
  ),
  'pdf-table-grid': error(
    'The table on page {page} is no grid: {fault} ({clause}).',
    'Give every row all its cells; an empty one vanishes when printed, so write “–” into it.',
  ),
  'pdf-cell-head': error(
    'The cell in row {row}, column {column} of the table on page {page} has no head ({clause}).',
    'Give the th of its row and column a scope.',
  ),
  'pdf-cell-empty': error(
    'The cell in row {row}, column {column} of the table on page {page} is empty.',
    'Write “–” or a no-break space into it.',
  ),
  'pdf-content-unmarked': error(
    'Page {page} paints something that is neither tagged nor decoration (text {text} times, drawing {graphics} times; {clause}).',
    'Finish the file again.',
  ),
  'pdf-artifact-nesting': error(
    'Page {page} mixes decoration and tagged content ({clause}).',
    'Finish the file again.',
  ),
  'pdf-form-parents': error(
    'Page {page} draws a tagged group that belongs nowhere, or twice ({clause}).',
    'Look for translucent groups (opacity, filters) around text on this page.',
  ),
  'pdf-operator': error(
    'Page {page} uses the unknown operator {operator} ({clause}).',
    'Finish the file again; no other tool should have changed it.',
  ),
  'pdf-content-broken': error(
    'The content of page {page} does not parse.',
    'Finish the file again; no other tool should have changed it.',
  ),
  'pdf-resource-missing': error(
    'Page {page} asks for a resource that it does not have: {name} ({clause}).',
    'Finish the file again; no other tool should have changed it.',
  ),
  'pdf-font-dictionary': error('The font {font} is badly described ({clause}).', 'Use a whole static TrueType font.'),
  'pdf-font-kind': error(
    'The font {font} was embedded as {kind}, not as a TrueType font ({clause}).',
    'Use a whole static TrueType font for every weight and style: variable fonts and synthetic bold become Type 3.',
  ),
  'pdf-font-encoding': error(
    'The font {font} has an encoding that only outside tables explain ({clause}).',
    'Use a whole static TrueType font.',
  ),
  'pdf-font-glyph-map': error(
    'The font {font} does not say which glyph a code means ({clause}).',
    'Use a whole static TrueType font.',
  ),
  'pdf-font-not-embedded': error(
    'The font {font} is not embedded ({clause}).',
    'Use a font whose licence and flags allow embedding.',
  ),
  'pdf-font-cid-set': error(
    'The font {font} carries a list of its glyphs, which cannot be trusted ({clause}).',
    'Finish the file again.',
  ),
  'pdf-font-broken': error('The program of the font {font} cannot be read.', 'Use a whole static TrueType font.'),
  'pdf-glyph-missing': error(
    'The font {font} lacks the glyph for code {code} on page {page} ({clause}).',
    'Use letters that the font has.',
  ),
  'pdf-glyph-width': error(
    'The font {font} states another width for code {code} than its program (page {page}; {clause}).',
    'Use a whole static TrueType font.',
  ),
  'pdf-glyph-silent': error(
    'Code {code} of the font {font} on page {page} cannot be read as text ({clause}).',
    'Use letters that the font has.',
  ),
  'pdf-glyph-text': error(
    'Code {code} of the font {font} on page {page} reads as {text}, which is no character ({clause}).',
    'Use letters that the font has.',
  ),
  'pdf-character': error(
    'The font {font} gives {text} on page {page}, which cannot be searched or read aloud ({clause}).',
    'Switch ligatures off (font-variant-ligatures: none), and draw symbols as shapes.',
  ),
  'pdf-font-unlisted': error(
    'The font {font} is none of the document’s own.',
    'Give every element one of them: {known}.',
  ),
  'pdf-output-intent': error(
    'The file does not say for which colour space it is made ({clause}).',
    'Finish the file again.',
  ),
  'pdf-colour': error(
    'Page {page} uses the colour space {colour}, which the output intent does not cover ({clause}).',
    'Use RGB colours.',
  ),
  'pdf-graphics-state': error(
    'A graphics state has a forbidden entry: {name} ({clause}).',
    'Use plain fills and strokes.',
  ),
  'pdf-rendering-intent': error('The rendering intent {name} is unknown ({clause}).', 'Finish the file again.'),
  'pdf-image': error('An image has a forbidden entry: {name} ({clause}).', 'Draw it as SVG.'),
  'pdf-annotation-type': error(
    'Page {page} has an annotation of another kind than a plain link: {type} ({clause}).',
    'Use links alone.',
  ),
  'pdf-link-silent': error(
    'A {type} on page {page} has no description ({clause}).',
    'Give the anchor words of its own.',
  ),
  'pdf-link-untied': error(
    'A {type} on page {page} belongs to no link in the structure ({clause}).',
    'Use a plain anchor without a role.',
  ),
  'pdf-tab-order': error(
    'Page {page} does not tab through its links in reading order ({clause}).',
    'Finish the file again.',
  ),
  'pdf-annotation-flags': error(
    'A {type} on page {page} is not both visible and printed ({clause}).',
    'Finish the file again.',
  ),
  'pdf-action': error(
    'The file has an action of a forbidden kind: {type} ({clause}).',
    'Link to anchors and addresses alone.',
  ),
  'pdf-attachment-name': error(
    'The attached file {name} lacks one of its two names ({clause}).',
    'Finish the file again.',
  ),
  'pdf-attachment-type': error(
    'The attached file {name} has no type ({clause}).',
    'Give its media type, or application/octet-stream.',
  ),
  'pdf-attachment-relationship': error(
    'The attached file {name} does not say what it is to the document ({clause}).',
    'Say Data, Source or Supplement.',
  ),
  'pdf-attachment-untied': error(
    'The attached file {name} is not tied to the document ({clause}).',
    'Finish the file again.',
  ),
  // --- diff
  'diff-unreadable': error(
    '{path} cannot be compared: {reason}.',
    'Give an edition, an output folder, its facts.json, or a PDF that “brief build” made.',
  ),
  // --- proof
  'proof-no-pdf': error('This is no PDF.', 'Give a PDF that “brief build” made.'),
  'proof-encrypted': error('The PDF is encrypted, so that nothing in it can be read.', 'Give it as it was built.'),
  'proof-nothing-attached': error(
    'Nothing is attached that could prove this PDF.',
    'Give a PDF that “brief build” made; other programs may drop attachments when they save.',
  ),
  'proof-attachment-missing': error(
    'The attachment {name} is missing.',
    'Give the PDF as it was built; other programs may drop attachments when they save.',
  ),
  'proof-attachment-unreadable': error('The attachment {name} cannot be read: {reason}.', 'It was changed or cut off.'),
  'proof-newer': error(
    'The attachment {name} has format {format}; this version of the tool knows formats to {known}.',
    'Verify it with a newer version.',
  ),
  'proof-attachment-stranger': error(
    'The attachment {name} is of edition {its}, while inputs.json is of edition {edition}.',
    'It was taken from another PDF.',
  ),
  'proof-attachment-changed': error('The attachment {name} was changed: its bytes are not those of its checksum.'),
  'proof-other-edition': error(
    'The attachments belong to another brief: they make “{own}”, the PDF is “{title}”.',
    'They were taken from another PDF.',
  ),
  'proof-file-changed': error(
    'source.json: {path} is not the file that the brief was made from: its hash is {found}…, inputs.json has {expected}….',
  ),
  'proof-file-missing': error('source.json: the file {path} is missing, though inputs.json names it.'),
  'proof-file-added': error('source.json: the file {path} was added; inputs.json does not name it.'),
  'proof-ledger-differs': error('facts.json: {part} of {of} is {found}; the attached sources give {expected}.'),
  'proof-ledger-lacks': error('facts.json: {of} is missing, which the attached sources give.'),
  'proof-ledger-adds': error('facts.json: {of} stands there, which the attached sources do not give.'),
  'proof-ledger-follows': note(
    'Besides, {count} facts and claims differ only because they are reckoned from what is told above.',
  ),
  'proof-page-number': error('Page {page}, block {block}: “{found}” stands where the fact {fact} prints “{expected}”.'),
  'proof-hash-alone': note(
    'The files give what the ledger and the pages say: it is the hashes in inputs.json that were changed.',
  ),
  'proof-page-agrees': note(
    '{count} numbers on the pages are those of facts.json, not those that the changed files would give.',
  ),
  'proof-page-unsure': note(
    '{count} texts on pages {pages} differ from what the changed files would give; whether they were changed too cannot be told.',
  ),
  'proof-page-differs': error('Page {page}, block {block}: “{found}” stands where “{expected}” should.'),
  'proof-page-lacks': error('The text of block {block} is on no page: “{text}”.'),
  'proof-page-adds': error('Page {page} says what no template says: “{text}”.'),
  'proof-page-margin': error('Page {page} says in its margin what no template says: “{text}”.'),
  'proof-page-language': error('Page {page}, block {block}: the text is marked as “{found}”, not as “{expected}”.'),
  'proof-title': error('The title of the file is “{title}”; the attached templates give “{own}”.'),
  'proof-text-unproven': error(
    'The attached sources do not make a brief any more, so that the pages cannot be held against it.',
  ),
  'proof-bytes-changed': error(
    'The file is not as it was written: its identifier does not fit its bytes.',
    'Another program saved it, or somebody changed it; what else was found tells where.',
  ),
  'proof-more': error('{count} more findings like these: {code}.'),
  'proof-other-version': note(
    'The file was made by version {made}; this is version {version}, which may say some things otherwise.',
    'Verify it with version {made} to be sure.',
  ),
  // --- world
  'browser-missing': error(
    'No browser was found to print with.',
    'Install Chrome or Chromium, or name one: --browser PATH, or BRIEF_BROWSER=PATH.',
  ),
  'browser-wish-missing': error(
    '{from} names {path}, where there is no program that can be run.',
    'Correct the path, or leave it out to use the packaged or an installed browser.',
  ),
  'browser-unpack-failed': error(
    'The packaged browser could not be unpacked into {folder}: {reason}.',
    'It needs 210 MB there; set XDG_CACHE_HOME to another folder, or name a browser with --browser.',
  ),
  'browser-not-started': error(
    'The browser {path} did not start: {reason}.',
    'Run `brief doctor`, or name another browser with --browser.',
  ),
  'browser-unreachable': error(
    'The browser at {address} does not answer: {reason}.',
    'Check the address, and that the browser there is running.',
  ),
  'browser-sandbox': error(
    'The browser cannot start its sandbox, because this system gives ordinary users no user namespaces.',
    'Allow them: `sudo sysctl -w kernel.unprivileged_userns_clone=1` (Debian) or `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` (Ubuntu); in a container, run with a seccomp profile that allows them; or name an installed Chrome with --browser.',
  ),
  'browser-sandbox-off': note(
    'The browser runs without its sandbox, because this process is root.',
    'Run as an ordinary user where you can.',
  ),
  'browser-died': error(
    'The browser ended while it printed {document}.',
    'The machine may be out of memory: run it again with fewer jobs (`--jobs 1`).',
  ),
  'browser-hung': error(
    'The browser stopped answering while it printed {document}, and was ended.',
    'The machine may be out of memory: run it again with fewer jobs (`--jobs 1`), or name another browser with --browser.',
  ),
  'browser-gone': error(
    '{document} was not printed: the browser ended twice.',
    'The machine may be out of memory: run it again with fewer jobs (`--jobs 1`), or name another browser with --browser.',
  ),
  'node-too-old': error('Node.js {version} is too old for this program.', 'Install Node.js {least} or newer.'),
  'cache-unusable': error(
    'No private cache folder can be used: {reason}.',
    'Set XDG_CACHE_HOME to a folder that belongs to you and can be written.',
  ),
  'font-package-missing': error('The font file {file} is missing.', 'Run `npm ci` again.'),
  'project-missing': error(
    'There is no brief.yaml in {folder} or above it.',
    'Go to a project, or make one: `brief init`.',
  ),
  'file-unreadable': error(
    'The file {path} cannot be read: {reason}.',
    'Check that it is a file and that you may read it.',
  ),
  'file-not-text': error('The file {path} is not UTF-8 text.', 'Save it as UTF-8.'),
  'port-taken': error('Port {port} is taken.', 'End what listens there, or name another: brief preview --port 4500.'),
  'port-unusable': error(
    'Nothing may listen on port {port} here: {reason}.',
    'Name a port above 1023: brief preview --port 4500.',
  ),
  'output-unwritable': error(
    '{folder} cannot be written: {reason}. Nothing was changed there.',
    'Choose another folder, close what has its files open, or make room on the disk.',
  ),
  bug: error('A bug in Export Brief: {reason}.', 'Please report it with this input.'),
} as const satisfies Record<string, Sentence>;

/** `file-not-read`: advice where a file has a name that nothing reads. */
export const renameTo = (path: string): string => `Rename it to ${path}.`;
export const NOT_READ =
  'Files of a brief stand in data/ (series, facts, claims, editions) and templates/ (charts, locales); see docs/data-guide.md.';

/** `figure-moved`, `fact-moved`: what moved, and which numbers and sentences with it. */
export const MOVED = {
  formula: 'The fact {fact}',
  number: 'The number {fact}',
  family: 'The family {fact}',
  lost: 'It has no {facts} any more.',
  gained: 'It has {facts} now.',
  there: 'there',
  gone: 'gone',
  none: 'No printed number moves with it.',
  facts: 'It moves',
  more: ' and {count} more',
  sentence: 'Read:',
} as const;

/** `shape-wrong-value`: what is wanted, and advice where there is one that always holds. */
export const EXPECTED = {
  map: { expected: 'Expected a map of keys and values', advice: undefined },
  list: { expected: 'Expected a list', advice: 'Write one item a line, each with “- ” before it, or all in [ ].' },
  filled: { expected: 'Expected one item at least', advice: undefined },
  text: { expected: 'Expected a text', advice: undefined },
  translation: { expected: 'Expected a text', advice: undefined },
  translations: { expected: 'Expected a text in every language', advice: 'Write {vi: …, en: …}.' },
  text_or_translations: { expected: 'Expected a text, or one in every language', advice: 'Write {vi: …, en: …}.' },
  number: { expected: 'Expected a number', advice: undefined },
  whole: { expected: 'Expected a whole number', advice: undefined },
  decimals: { expected: 'Expected the number of decimals, 0 to 6', advice: undefined },
  size: { expected: 'Expected a number that is not negative', advice: undefined },
  truth: { expected: 'Expected true or false', advice: undefined },
  year: { expected: 'Expected a year of four digits', advice: undefined },
  period: { expected: 'Expected a period', advice: 'A period is 2005, 2006-Q1, 2006-01 or 2006-01/2006-04.' },
  date: { expected: 'Expected a date', advice: 'Write it as 2026-11-22.' },
  release: { expected: 'Expected a year, month or date', advice: 'Write it as 2026, 2026-07 or 2026-07-15.' },
  identifier: {
    expected: 'Expected a name of letters, digits and “_”',
    advice: 'Begin with a letter; a formula would read a hyphen as a minus.',
  },
  vintage: {
    expected: 'Expected a short name of a vintage',
    advice: 'Letters, digits, “.”, “_” and “-”, at most 40, like "2026-07".',
  },
  edition: { expected: 'Expected the name of an edition', advice: 'Letters, digits, “.”, “_” and “-”, like "2005".' },
  language: { expected: 'Expected the tag of a language', advice: 'Write it as vi, en or zh-Hant.' },
  documents: { expected: 'Expected one language or a pair of two', advice: 'Write [vi] or [vi, en].' },
  unit: { expected: 'Expected a unit', advice: undefined },
  status: {
    expected: 'Expected a mark: e, p, r, a or b',
    advice: 'e estimated, p preliminary, r revised, a as the article states, b break in the series.',
  },
  certainty: {
    expected: 'Expected A, B, C or P',
    advice: 'A copied by program, B typed from a text that was read, C calculated, P press.',
  },
  verdict: { expected: 'Expected a verdict', advice: undefined },
  formula: { expected: 'Expected a formula', advice: undefined },
  formulas: { expected: 'Expected a formula, or a list of formulas', advice: undefined },
  protocol: {
    expected: 'Expected world_bank, sdmx_json or sdmx_csv',
    advice: 'world_bank is the API version 2 of the World Bank; the others are those of statistics offices.',
  },
  economy: { expected: 'Expected the code of an economy', advice: 'Write it as ISO 3166 has it: VNM.' },
  power: { expected: 'Expected a whole number from -12 to 12', advice: 'power: -6 makes millions of units.' },
  rule: {
    expected: 'Expected a rule',
    advice: 'A rule has one of: holds, range, growth, smooth, distinct, unbroken, whole, control.',
  },
  tolerance: { expected: 'Expected a tolerance', advice: 'Write an amount, 0.5, or a part of the figure, 0.5%.' },
  between: { expected: 'Expected two numbers', advice: 'Write the least and the greatest: [-40, 60].' },
  span: { expected: 'Expected two years with “..” between them', advice: 'Write it as 1986..2005.' },
  exceptions: {
    expected: 'Expected periods with reasons',
    advice: 'Write “2009: the reason” a line, or that under the name of an item.',
  },
  control: { expected: 'Expected a sum and a weighted sum', advice: 'Write them with scripts/control-totals.mjs.' },
  range: { expected: 'Expected two years with “..” between them', advice: 'Write it as base..end.' },
  values: {
    expected: 'Expected figures by period',
    advice: 'Write one “2005: 1234.5” a line; with items, the item above them.',
  },
  table: { expected: 'Expected the path of a CSV file below data/', advice: 'Write it as panels/exports.csv.' },
  address: { expected: 'Expected a web address', advice: 'Begin with https:// or http://.' },
  check: {
    expected: 'Expected a check',
    advice: 'A check has one of: compare, holds, not_comparable, untested, opinion.',
  },
  pattern: {
    expected: 'Expected a pattern',
    advice: 'Write a text, or one for each plural category, {one: …, other: …}.',
  },
  month_run: { expected: 'Expected two months', advice: 'Write it as 1-6.' },
  months: { expected: 'Expected the names of twelve months', advice: undefined },
  phrase: { expected: 'Expected a text, or a map of texts', advice: undefined },
} as const;

/** `shape-wrong-value` and the like: advice that depends on what was found. */
export const ADVICE = {
  number_empty: 'Write the number after the colon, or remove the line.',
  number_quoted: 'Leave the quotation marks out.',
  number_notation: 'Write {guess}: a point before the decimals, nothing between thousands.',
  number_unsure: 'Numbers are written 1234.5: a point before the decimals, nothing between thousands.',
  number_unit: 'Write the number alone; its unit is declared once.',
  number_missing: 'Leave the cell empty where there is no figure.',
  number_missing_line: 'Remove the line where there is no figure.',
  text_quotes: 'Put it in quotes: "{found}".',
  text_empty: 'Write the text after the colon.',
  list_dash: 'Put a space after each dash: “- item”.',
  map_colon: 'Put a space after the colon: “key: value”.',
  near: 'Did you mean “{near}”?',
  one_of: 'Use one of: {names}.',
  name_reserved: 'It belongs to the formula language; choose another name.',
  name_file: 'Rename the file: letters, digits and “_”, beginning with a letter.',
  header_economy: 'Begin the line with “economy”.',
  header_period: 'A period is 2005, 2006-Q1, 2006-01 or 2006-01/2006-04.',
  panel_values: 'Name its CSV file under “table:”, or remove “panel: true”.',
  panel_table: 'Add “panel: true”, or write the figures under “values:”.',
  editions: 'The project has: {names}.',
  write_file: 'Write it, or correct its name in {place}.',
  write_sources: 'It tells of every source once; the figures of a series name theirs.',
  write_page: 'Every brief has this page: write the template; it may be empty.',
} as const;

/** `sense-figure`: what would mend the broken rules, and what else they look at. */
export const SENSE = {
  alone: 'Compare it with its source, {source}',
  beside: 'Compare it with its source, {source}, and with {others}',
  fits: '{compare}; about {value} would fit.',
  unknown: '{compare}.',
  rules: '{rule} and {count} more',
} as const;

/** `yaml-not-allowed`: what YAML can do and a data file has no use for. */
export const NOT_ALLOWED = {
  alias: { what: 'This alias names no anchor before it', advice: 'Put a text that begins with “*” in quotes.' },
  loop: { what: 'This alias stands inside its own anchor', advice: 'Write the value out.' },
  merge: { what: 'Merge keys (“<<”) are not read', advice: 'Write the keys out.' },
  prototype: { what: 'The key “__proto__” is not allowed', advice: 'Choose another name.' },
  directive: { what: 'A line of directives (“%”) is not allowed', advice: 'Remove it; the files are YAML 1.2.' },
} as const;

/** `yaml-syntax`: reason and advice for the usual mistakes; `{…}` is filled in by load/syntax-advice.ts. */
export const YAML_MISTAKES = {
  tab: { reason: 'a tab stands where the line is indented', advice: 'Indent with spaces, two for each level.' },
  colonSpace: { reason: 'there is no space after the colon of “{key}”', advice: 'Write “{key}: …” with a space.' },
  dashSpace: { reason: 'there is no space after the dash', advice: 'Write “- …” with a space.' },
  comma: { reason: 'a comma is missing between two entries', advice: 'Write “{a: 1, b: 2}”.' },
  equals: { reason: '“=” stands where a colon should', advice: 'Write “{key}: …”.' },
  keyAlone: {
    reason: 'this line is neither “key: value” nor a list item',
    advice: 'Write “key: value”, or put a long text in quotes.',
  },
  start: { reason: 'a text cannot begin with “{mark}” here', advice: 'Put the text in quotes: "{mark}…".' },
  secondColon: { reason: 'a second “: ” stands in the line', advice: 'Put the text after the first colon in quotes.' },
  indentedUnderValue: {
    reason: 'the next line is indented below a key that has a value',
    advice: 'Indent the line like the key above it, or remove the value.',
  },
  indent: {
    reason: 'the line is not indented like its neighbours',
    advice: 'Begin all keys of one map in the same column.',
  },
  quoteOpen: {
    reason: 'the quotation mark is never closed',
    advice: 'Close it with the same mark; within "…" write \\" for a quotation mark, within \'…\' write it twice.',
  },
  afterEnd: { reason: 'text follows after the value has ended', advice: 'Put the whole text in quotes.' },
  bracketOpen: { reason: 'the “{mark}” is not closed', advice: 'Close it with “{close}”, or put the text in quotes.' },
  comment: {
    reason: 'a comment begins without a space before “#”',
    advice: 'Put a space before “#”, or the text in quotes.',
  },
  escape: { reason: 'the escape “{mark}” is unknown', advice: 'Write the backslash twice, or use single quotes.' },
  tag: { reason: 'the tag “{mark}” is unknown', advice: 'Put a text that begins with “!” in quotes.' },
  documents: { reason: 'a second document begins here', advice: 'Remove the line “---”: a file holds one document.' },
  key: {
    reason: 'a list or a map stands where a key should',
    advice: 'Put a key that begins with a bracket in quotes.',
  },
  deep: {
    reason: 'lists and maps are nested too deeply',
    advice: 'Check the brackets; no file needs more than a few levels.',
  },
  other: { reason: '{message}', advice: undefined },
} as const;

/** `template-syntax`: reason and advice; `{…}` is filled in by render/syntax-problem.ts. */
export const TEMPLATE_MISTAKES = {
  blockOpen: { reason: 'the block “{name}” is never closed', advice: 'End it with “{{/{name}}}”.' },
  otherEnd: {
    reason: 'the block “{name}” is closed by “{found}”',
    advice: 'Close blocks in the order in which they were opened, this one with “{{/{name}}}”.',
  },
  endAlone: { reason: '“{found}” closes a block that was not opened', advice: 'Take it out, or open the block.' },
  bracesOpen: {
    reason: 'the braces are not closed as they were opened',
    advice: 'Write two before and two after: “{{fact exports}}”.',
  },
  quoteOpen: { reason: 'the quotation mark is never closed', advice: 'Close it with the same mark.' },
  yearAfterDot: { reason: 'a number stands after a dot', advice: 'Put the year in brackets: “{name}.[{found}]”.' },
  misplaced: { reason: '“{found}” cannot stand here', advice: undefined },
  deep: {
    reason: 'its blocks are nested too deeply',
    advice: 'Check their ends: no template needs more than a few levels.',
  },
  other: { reason: '{reason}', advice: undefined },
} as const;

export type Code = keyof typeof MESSAGES;
export { note, warning };
