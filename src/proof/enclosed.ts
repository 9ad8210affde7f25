/** Opens the attachments of a PDF: the ledger, the inputs and the sources, or why they cannot be used. Part of `proof`. */
import { ENCLOSED, type Enclosure, FORMAT } from '../model/enclosed.ts';
import type { PdfText } from '../model/pdf.ts';
import { type Finding, finding } from './found.ts';

/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export interface Enclosed {
  readonly facts: Json | undefined;
  readonly inputs: Json | undefined;
  /** Text by path; undefined where the brief cannot be made again. */
  readonly source: ReadonlyMap<string, string> | undefined;
  /** What each attachment says that it is of. */
  readonly editions: Readonly<Record<Enclosure, string | undefined>>;
  /** The version of the tool that made the file. */
  readonly version: string | undefined;
  readonly findings: readonly Finding[];
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textAt = (json: Json | undefined, key: string): string | undefined => {
  const value = json?.[key];
  return typeof value === 'string' ? value : undefined;
};

function parsed(bytes: Uint8Array): Json | string {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isJson(value) ? value : 'it holds no object';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads the three attachments; each that is missing, unreadable or of a newer format is a finding. */
export function openEnclosed({ attachments }: PdfText): Enclosed {
  const findings: Finding[] = [];
  const byName = new Map(attachments.map(({ name, bytes }) => [name, bytes]));
  const open = (which: Enclosure): Json | undefined => {
    const name = ENCLOSED[which];
    const bytes = byName.get(name);
    if (!bytes) {
      findings.push(finding('proof-attachment-missing', { name }));
      return undefined;
    }
    const json = parsed(bytes);
    if (typeof json === 'string') {
      findings.push(finding('proof-attachment-unreadable', { name, reason: json }));
      return undefined;
    }
    const format = json.format;
    if (typeof format === 'number' && format > FORMAT) {
      findings.push(finding('proof-newer', { name, format, known: FORMAT }));
      return undefined;
    }
    return json;
  };
  if (!Object.values(ENCLOSED).some((name) => byName.has(name))) {
    findings.push(finding('proof-nothing-attached', {}));
    const none = { facts: undefined, inputs: undefined, source: undefined };
    return { ...none, editions: none, version: undefined, findings };
  }
  const [facts, inputs, source] = [open('facts'), open('inputs'), open('source')];
  const files = isJson(source?.files) ? Object.entries(source.files) : undefined;
  const texts = files?.flatMap(([path, text]): [string, string][] => (typeof text === 'string' ? [[path, text]] : []));
  const tool = isJson(inputs?.tool) ? inputs.tool : undefined;
  return {
    ...{ facts, inputs, findings },
    source: texts && new Map(texts),
    editions: {
      facts: textAt(facts, 'edition'),
      inputs: textAt(inputs, 'edition'),
      source: textAt(source, 'edition'),
    },
    version: textAt(tool, 'version'),
  };
}
