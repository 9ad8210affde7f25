import { describe, expect, it } from 'vitest';
import { below, parseXml } from '../../src/verify/xml.ts';

describe('reading XML', () => {
  it('gives elements with their namespaces, attributes and text', () => {
    const root = parseXml(
      '<?xpacket begin=""?><a xmlns="u" xmlns:p="v" p:x="1 &lt; 2"><p:b>ấ &#x1EA5; &amp;</p:b><!-- c --></a>\n<?xpacket end="r"?>',
    );
    expect(root).toMatchObject({
      local: 'a',
      namespace: 'u',
      attributes: [{ prefix: 'p', local: 'x', namespace: 'v', value: '1 < 2' }],
    });
    expect(below(root!).map((e) => [e.prefix, e.local, e.text])).toEqual([
      ['', 'a', ''],
      ['p', 'b', 'ấ ấ &'],
    ]);
  });

  it.each([
    ['an element without end', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['an undeclared prefix', '<p:a/>'],
    ['an ampersand alone', '<a>x & y</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an attribute without quotes', '<a x=1/>'],
    ['text outside the root', 'x<a/>'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseXml(text)).toBeUndefined();
  });
});
