import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elementAt, numberOf, parseXml } from "../../../lib/src/io/xml/index.js";
import type { XmlElement } from "../../../lib/src/io/xml/index.js";

const parse = (text: string): XmlElement => parseXml({ name: "a.xml", text });

describe("an XML text", () => {
  test("has elements, attributes and text, without prefixes, comments and instructions", () => {
    const root = parse(
      '<?xml version="1.0"?>\n<!-- a -->\n<n:a xmlns:n="u" n:b=\'1 > "2"\' c="&lt;&#65;&#x42;"><d/>x &amp; y<![CDATA[<z>]]><e>1</e><e>2</e></n:a >\n',
    );
    expect([root.name, root.text, { ...root.attributes }]).toEqual([
      "a",
      "x & y<z>",
      { n: "u", b: '1 > "2"', c: "<AB" },
    ]);
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ["d", ""],
      ["e", "1"],
      ["e", "2"],
    ]);
    expect([elementAt(root, "e")?.text, elementAt(root, "d", "e")]).toEqual(["1", undefined]);
  });

  test("may call its attributes as it likes", () => {
    expect(Object.keys(parse('<a __proto__="1" constructor="2"/>').attributes)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });

  test.each([
    ["empty", "", /XML: got no element/],
    ["words", "hello", /got hello, wanted an XML text/],
    ["an entity of its own", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /no document type/],
    ["an entity that is not known", "<a>&b;</a>", /no entities but/],
    ["one in an attribute", '<a b="&c;"/>', /attributes/],
    ["a code beyond the last", "<a>&#x110000;</a>", /no entities but/],
    ["a tag without end", "<a", /wanted > behind it/],
    ["an element without end", "<a><b></b>", /the end of a/],
    ["ends that cross", "<a><b></a></b>", /the end of b/],
    ["an end too many", "<a/></a>", /the end of nothing/],
    ["two roots", "<a/><b/>", /one root element/],
    ["a comment without end", "<a><!-- ", /--> behind it/],
    ["an attribute without quotes", "<a b=c/>", /attributes/],
    ["deep nesting", "<a>".repeat(100_000), /201 deep, wanted 200/],
  ])("is refused: %s", (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test("of any kind gives elements or an error of the format", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "</a>",
      "<a>",
      "<b/>",
      "&",
      ";",
      "#",
      '"',
      "'",
      "=",
      " ",
      "a",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "?>",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          expect(parse(parts.join("")).name).not.toBe("");
        } catch (error) {
          expect((error as { tag: string }).tag).toBe("format");
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("has numbers, or says which is none", () => {
    expect([numberOf("a", "b", " 1.5\n"), numberOf("a", "b", undefined)]).toEqual([1.5, undefined]);
    expect(() => numberOf("a.xml", "b", "one")).toThrow(/a.xml: b: got one/);
  });
});
