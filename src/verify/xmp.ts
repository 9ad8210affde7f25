/** The properties of an XMP packet, the schemas that PDF/A knows, and the description of further ones. */
import type { PdfFile } from './file.ts';
import { below, type Element } from './xml.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export const XMP = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
} as const;

const EXTENSION = {
  container: 'http://www.aiim.org/pdfa/ns/extension/',
  schema: 'http://www.aiim.org/pdfa/ns/schema#',
  property: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

export interface Property {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  /** Its text, or the first item's where it is a list. */
  readonly text: string;
  readonly shape: 'Text' | 'Seq' | 'Bag' | 'Alt' | 'Other';
  readonly element: Element | undefined;
}

function shapeOf(element: Element): Pick<Property, 'shape' | 'text'> {
  const list = element.children.find((c) => c.namespace === RDF && ['Seq', 'Bag', 'Alt'].includes(c.local));
  if (list) return { shape: list.local as 'Seq' | 'Bag' | 'Alt', text: list.children[0]?.text ?? '' };
  return { shape: element.children.length > 0 ? 'Other' : 'Text', text: element.text };
}

/** The top-level properties, written as elements or as attributes of their description. */
export function propertiesOf({ xmp }: PdfFile): Property[] {
  const descriptions = xmp
    ? below(xmp)
        .filter((e) => e.namespace === RDF && e.local === 'RDF')
        .flatMap((e) => e.children)
    : [];
  return descriptions.flatMap((description) => [
    ...description.attributes
      .filter((a) => a.namespace !== RDF && a.prefix !== '' && a.prefix !== 'xml')
      .map(
        (a): Property => ({
          namespace: a.namespace,
          prefix: a.prefix,
          name: a.local,
          text: a.value,
          shape: 'Text',
          element: undefined,
        }),
      ),
    ...description.children.map(
      (e): Property => ({ namespace: e.namespace, prefix: e.prefix, name: e.local, element: e, ...shapeOf(e) }),
    ),
  ]);
}

/** The predefined properties that our packets use or might use, with their types (XMP 2005, ISO 19005-1 6.7.8, ISO 19005-3 6.6.4). */
const PREDEFINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [XMP.dc]: {
    ...{ contributor: 'Bag', coverage: 'Text', creator: 'Seq', date: 'Seq', description: 'Alt', format: 'Text' },
    ...{ identifier: 'Text', language: 'Bag', publisher: 'Bag', relation: 'Bag', rights: 'Alt', source: 'Text' },
    ...{ subject: 'Bag', title: 'Alt', type: 'Bag' },
  },
  [XMP.xmp]: {
    ...{
      BaseURL: 'Text',
      CreateDate: 'Date',
      CreatorTool: 'Text',
      Identifier: 'Bag',
      Label: 'Text',
      MetadataDate: 'Date',
    },
    ...{ ModifyDate: 'Date', Nickname: 'Text', Rating: 'Integer' },
  },
  [XMP.pdf]: { Keywords: 'Text', PDFVersion: 'Text', Producer: 'Text', Trapped: 'Text' },
  [XMP.pdfaid]: { part: 'Integer', conformance: 'Text', amd: 'Text', corr: 'Text' },
};

/** ISO 8601 as XMP restricts it. */
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

const fieldOf = (element: Element, namespace: string, local: string): Element | undefined =>
  element.children.find((c) => c.namespace === namespace && c.local === local);

interface Declared {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
}

const items = (element: Element | undefined): readonly Element[] => element?.children[0]?.children ?? [];

/** What the extension schemas of the packet describe. */
function declared(file: PdfFile): Declared[] {
  const container = propertiesOf(file).find(
    (p) => p.namespace === EXTENSION.container && p.name === 'schemas',
  )?.element;
  return items(container).flatMap((schema) => {
    const namespace = fieldOf(schema, EXTENSION.schema, 'namespaceURI')?.text ?? '';
    return items(fieldOf(schema, EXTENSION.schema, 'property')).map((property) => ({
      namespace,
      name: fieldOf(property, EXTENSION.property, 'name')?.text ?? '',
      type: fieldOf(property, EXTENSION.property, 'valueType')?.text ?? '',
    }));
  });
}

/** True where PDF/A knows the property, or the packet describes it. */
export function isDeclared(file: PdfFile, { namespace, name }: Property): boolean {
  if (namespace === EXTENSION.container) return name === 'schemas';
  if (PREDEFINED[namespace]?.[name] !== undefined) return true;
  return declared(file).some((d) => d.namespace === namespace && d.name === name);
}

/** What is wrong with a predefined property's value; undefined where nothing is. */
export function typeFault({ namespace, name, shape, text, element }: Property): string | undefined {
  const wanted = PREDEFINED[namespace]?.[name];
  if (wanted === undefined) return undefined;
  const isList = wanted === 'Seq' || wanted === 'Bag' || wanted === 'Alt';
  if (shape !== (isList ? wanted : 'Text')) return `is not written as ${isList ? `rdf:${wanted}` : 'plain text'}`;
  if (wanted === 'Date' && !DATE.test(text)) return `is no date: “${text}”`;
  if (wanted === 'Integer' && !/^-?\d+$/.test(text)) return `is no whole number: “${text}”`;
  if (wanted !== 'Alt') return undefined;
  const tagged = items(element).every((li) => li.attributes.some((a) => a.prefix === 'xml' && a.local === 'lang'));
  return tagged ? undefined : 'has an alternative without a language';
}

const VALUE_TYPES =
  /^((open |closed )?(Choice( of)? )?)?((bag|seq|alt) )?(Text|Integer|Boolean|Date|URI|URL|Real|Rational|Locale|MIMEType|ProperName|AgentName|Lang Alt|XPath|GUID|RenditionClass)$/i;

/** What each description of a schema must say: ISO 19005-3, tables in 6.6.2.3.3. */
function schemaFaults(schema: Element): string[] {
  const faults: string[] = [];
  const need = (element: Element, namespace: string, prefix: string, name: string, what: string): string => {
    const field = fieldOf(element, namespace, name);
    if (!field || field.text === '' || field.children.length > 0) faults.push(`${what} without ${prefix}:${name}`);
    else if (field.prefix !== prefix) faults.push(`${field.prefix}:${name} in the place of ${prefix}:${name}`);
    return field?.text ?? '';
  };
  const uri = need(schema, EXTENSION.schema, 'pdfaSchema', 'namespaceURI', 'a schema');
  for (const name of ['schema', 'prefix']) need(schema, EXTENSION.schema, 'pdfaSchema', name, `the schema ${uri}`);
  const strange = schema.children.filter(
    (c) => c.namespace !== EXTENSION.schema || !['schema', 'namespaceURI', 'prefix', 'property'].includes(c.local),
  );
  // pdfaSchema:valueType would bring types of its own, for which rules 11 to 18 exist; our packets need none.
  faults.push(...strange.map((c) => `the field ${c.prefix}:${c.local}, which is not expected`));
  const list = fieldOf(schema, EXTENSION.schema, 'property');
  if (list && (list.children[0]?.local !== 'Seq' || list.prefix !== 'pdfaSchema'))
    faults.push('properties that are no rdf:Seq');
  for (const property of items(list)) {
    const name = need(property, EXTENSION.property, 'pdfaProperty', 'name', 'a property');
    const what = `the property ${name}`;
    need(property, EXTENSION.property, 'pdfaProperty', 'description', what);
    const type = need(property, EXTENSION.property, 'pdfaProperty', 'valueType', what);
    const category = need(property, EXTENSION.property, 'pdfaProperty', 'category', what);
    if (!VALUE_TYPES.test(type)) faults.push(`${what} with the unknown type “${type}”`);
    if (category !== 'internal' && category !== 'external') faults.push(`${what} with the category “${category}”`);
  }
  return faults;
}

/** What is wrong with the descriptions of further schemas; nothing where there are none. */
export function extensionFaults(file: PdfFile): string[] {
  const all = propertiesOf(file).filter((p) => p.namespace === EXTENSION.container);
  return all.flatMap((p) => {
    if (p.name !== 'schemas') return [`the field ${p.prefix}:${p.name}, which is not expected`];
    if (p.prefix !== 'pdfaExtension') return [`the prefix ${p.prefix} in the place of pdfaExtension`];
    return p.shape === 'Bag' ? items(p.element).flatMap(schemaFaults) : ['schemas that are no rdf:Bag'];
  });
}
