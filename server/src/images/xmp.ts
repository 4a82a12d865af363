/** A region of a picture in parts of its width and height, from 0 to 1. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Somebody whom a picture says to show. */
export interface PersonInPicture {
  readonly name: string;
  /** Null where it does not say where. */
  readonly region: Region | null;
}

/** What is written into a picture for whoever takes it on. */
export interface PictureWords {
  readonly credit: string | null;
  readonly caption: string | null;
  readonly alt: string | null;
  readonly licence: string | null;
  /** People who agreed to be named. */
  readonly people: readonly PersonInPicture[];
}

/** Words in XMP: https://iptc.org/std/photometadata/specification/ */
const XMP_WORDS = {
  credit: /<photoshop:Credit>([^<]{1,200})<|photoshop:Credit="([^"]{1,200})"/,
  caption: /<dc:description>\s{0,40}<rdf:Alt>\s{0,40}<rdf:li[^>]{0,80}>([^<]{1,1000})</,
  alt: /<Iptc4xmpCore:AltTextAccessibility>\s{0,40}<rdf:Alt>\s{0,40}<rdf:li[^>]{0,80}>([^<]{1,1000})</,
  licence: /<xmpRights:UsageTerms>\s{0,40}<rdf:Alt>\s{0,40}<rdf:li[^>]{0,80}>([^<]{1,200})</,
} as const;

const XMP_CHARACTERS_MAX = 100_000;
const PEOPLE_MAX = 50;
const PERSON = /<Iptc4xmpExt:PersonInImage>\s{0,40}<rdf:Bag>([^]{0,4000}?)<\/rdf:Bag>/;
const LISTED = /<rdf:li[^>]{0,80}>([^<]{1,200})</g;

/** What a picture says of itself; null and nobody where it does not. */
export function wordsIn(written: string): PictureWords {
  const xmp = written.slice(0, XMP_CHARACTERS_MAX);
  const find = (pattern: RegExp) => {
    const found = pattern.exec(xmp);
    const words = found?.[1] ?? found?.[2];
    return words === undefined ? null : unescaped(words).trim() || null;
  };
  return {
    credit: find(XMP_WORDS.credit),
    caption: find(XMP_WORDS.caption),
    alt: find(XMP_WORDS.alt),
    licence: find(XMP_WORDS.licence),
    people: peopleIn(xmp),
  };
}

/** Those with a region, and then those who are only named. */
function peopleIn(xmp: string): PersonInPicture[] {
  const [before = "", ...regions] = xmp.split("<Iptc4xmpExt:RegionBoundary");
  const located = regions.flatMap((text) => namesListed(text).map((name) => ({ name, region: regionIn(text) })));
  const named = namesListed(before).filter((name) => located.every((person) => person.name !== name));
  return [...located, ...named.map((name) => ({ name, region: null }))].slice(0, PEOPLE_MAX);
}

function namesListed(xmp: string): string[] {
  const bag = PERSON.exec(xmp)?.[1] ?? "";
  return [...bag.matchAll(LISTED)].map(([, name = ""]) => unescaped(name).trim()).filter((name) => name !== "");
}

/** A rectangle in parts of the picture; other shapes and pixels are no region here. */
function regionIn(text: string): Region | null {
  const value = (name: string) => {
    const at = text.indexOf(`Iptc4xmpExt:${name}`);
    const number = at === -1 ? Number.NaN : Number.parseFloat(text.slice(at).replace(/^[^=>]{1,40}[=>]"?/, ""));
    return number >= 0 && number <= 1 ? number : null;
  };
  const [x, y, width, height] = [value("rbX"), value("rbY"), value("rbW"), value("rbH")];
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

const NAMESPACES = [
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["photoshop", "http://ns.adobe.com/photoshop/1.0/"],
  ["xmpRights", "http://ns.adobe.com/xap/1.0/rights/"],
  ["Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"],
  ["Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"],
];

/** The words of a picture as XMP, with who is in it and where, as IPTC has it: PersonInImage and ImageRegion. */
export function xmpOf({ credit, caption, alt, licence, people }: PictureWords): string {
  const parts = [
    credit === null ? "" : `<photoshop:Credit>${escaped(credit)}</photoshop:Credit>`,
    oneOfMany("dc:description", caption),
    oneOfMany("Iptc4xmpCore:AltTextAccessibility", alt),
    oneOfMany("xmpRights:UsageTerms", licence),
    personsOf(people.map(({ name }) => name)),
    regionsOf(people),
  ];
  const spaces = NAMESPACES.map(([prefix, address]) => `xmlns:${prefix}="${address}"`).join(" ");
  const described = `<rdf:Description rdf:about="" ${spaces}>${parts.join("")}</rdf:Description>`;
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${described}</rdf:RDF>`;
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>`;
}

function oneOfMany(name: string, words: string | null): string {
  const listed = `<rdf:li xml:lang="x-default">${escaped(words ?? "")}</rdf:li>`;
  return words === null ? "" : `<${name}><rdf:Alt>${listed}</rdf:Alt></${name}>`;
}

function personsOf(names: readonly string[]): string {
  const listed = names.map((name) => `<rdf:li>${escaped(name)}</rdf:li>`).join("");
  return listed === "" ? "" : `<Iptc4xmpExt:PersonInImage><rdf:Bag>${listed}</rdf:Bag></Iptc4xmpExt:PersonInImage>`;
}

function regionsOf(people: readonly PersonInPicture[]): string {
  const listed = people.flatMap(({ name, region }) => (region === null ? [] : [regionOf(name, region)])).join("");
  return listed === "" ? "" : `<Iptc4xmpExt:ImageRegion><rdf:Bag>${listed}</rdf:Bag></Iptc4xmpExt:ImageRegion>`;
}

function regionOf(name: string, { x, y, width, height }: Region): string {
  const values = { rbShape: "rectangle", rbUnit: "relative", rbX: x, rbY: y, rbW: width, rbH: height };
  const boundary = Object.entries(values).map(([key, value]) => `<Iptc4xmpExt:${key}>${value}</Iptc4xmpExt:${key}>`);
  const shape = `<Iptc4xmpExt:RegionBoundary rdf:parseType="Resource">${boundary.join("")}</Iptc4xmpExt:RegionBoundary>`;
  return `<rdf:li rdf:parseType="Resource">${shape}${personsOf([name])}</rdf:li>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(words: string): string {
  return words.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

function unescaped(words: string): string {
  return Object.entries(ESCAPES)
    .toReversed()
    .reduce((text, [sign, name]) => text.replaceAll(name, sign), words);
}
