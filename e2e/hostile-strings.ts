import { readFileSync } from "node:fs";
import naughty from "big-list-of-naughty-strings" with { type: "json" };

/** Each tells the page that it ran: the page has a function of this name that is never called by Podium itself. */
const RUNS = "tripped(1)";

/** Markup that runs on its own, in elements and attributes that sanitisers are known to have let through. */
const ELEMENTS = [
  `<script>${RUNS}</script>`,
  `<ScRiPt >${RUNS}</sCrIpT >`,
  `<scr<script>ipt>${RUNS}</scr</script>ipt>`,
  `<img src=x onerror=${RUNS}>`,
  `<img src=x onerror="${RUNS}" alt='"'>`,
  `<img/src="x"/onerror=${RUNS}>`,
  `<svg onload=${RUNS}>`,
  `<svg><script>${RUNS}</script></svg>`,
  `<svg><animate onbegin=${RUNS} attributeName=x dur=1s></svg>`,
  `<svg><style><img src=x onerror=${RUNS}></style></svg>`,
  `<svg><a xlink:href="javascript:${RUNS}"><text y=20>here</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUNS}></style></mglyph></table></mtext></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUNS}></annotation-xml></math>`,
  `<iframe srcdoc="<script>parent.${RUNS}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUNS}"></iframe>`,
  `<object data="data:text/html,<script>${RUNS}</script>"></object>`,
  `<embed src="javascript:${RUNS}">`,
  `<base href="https://elsewhere.example/">`,
  `<meta http-equiv=refresh content="0;url=https://elsewhere.example/">`,
  `<link rel=stylesheet href="https://elsewhere.example/a.css">`,
  `<style>@import "https://elsewhere.example/a.css";</style>`,
  `<form action="https://elsewhere.example/"><button autofocus onfocus=${RUNS}>on</button></form>`,
  `<input autofocus onfocus=${RUNS}>`,
  `<details open ontoggle=${RUNS}>`,
  `<video><source onerror=${RUNS}></video>`,
  `<video poster="https://elsewhere.example/a.png">`,
  `<audio src=x onerror=${RUNS}>`,
  `<body onload=${RUNS}>`,
  `<marquee onstart=${RUNS}>on</marquee>`,
  `<isindex type=image src=1 onerror=${RUNS}>`,
  `<template><img src=x onerror=${RUNS}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUNS}>"></noscript>`,
  `<select><template><img src=x onerror=${RUNS}></template></select>`,
  `<textarea><img src=x onerror=${RUNS}>`,
  `<xmp><p title="</xmp><img src=x onerror=${RUNS}>">`,
  `<a href="javascript:${RUNS}">a link</a>`,
  `<a href="&#106;avascript:${RUNS}">a link</a>`,
  `<p style="background:url(https://elsewhere.example/b.png)">on</p>`,
];

/** What ends the place in which it stands: an attribute, an element, a comment, a script, a style, JSON. */
const ENDS = [
  `"><img src=x onerror=${RUNS}>`,
  `'><img src=x onerror=${RUNS}>`,
  `" autofocus onfocus=${RUNS} x="`,
  `' onmouseover=${RUNS} x='`,
  `</p></div></li></ol><img src=x onerror=${RUNS}>`,
  `</textarea><img src=x onerror=${RUNS}>`,
  `</title><img src=x onerror=${RUNS}>`,
  `</script><script>${RUNS}</script>`,
  `</style><img src=x onerror=${RUNS}>`,
  `--><img src=x onerror=${RUNS}>`,
  `]]><img src=x onerror=${RUNS}>`,
  `\\u003cimg src=x onerror=${RUNS}\\u003e`,
  `";${RUNS};"`,
  `\${${RUNS}}{{${RUNS}}}<%= 1 %>`,
  `{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}`,
];

/** The same by the small Markdown of comments: links, pictures, code, quotes that carry or become markup. */
const MARKDOWN = [
  `[a link](javascript:${RUNS})`,
  `[a link](JaVaScRiPt:${RUNS})`,
  `[a link](java\tscript:${RUNS})`,
  `[a link](&#106;avascript:${RUNS})`,
  `[a link](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
  `[a link](https://example.org/" onmouseover="${RUNS})`,
  `[a link](https://example.org/ "' onmouseover=${RUNS}")`,
  `[<img src=x onerror=${RUNS}>](https://example.org/)`,
  `![a picture](https://elsewhere.example/p.png)`,
  `![a picture](x" onerror="${RUNS})`,
  `<javascript:${RUNS}>`,
  `[ref]\n\n[ref]: javascript:${RUNS}`,
  `\`<img src=x onerror=${RUNS}>\``,
  `> <img src=x onerror=${RUNS}>`,
  `**<img src=x onerror=${RUNS}>**`,
  `- [x](vbscript:${RUNS})`,
];

/** Elements that take the place of what the scripts of a page ask the document for. */
const CLOBBERS = [
  `<form name=body><input name=firstChild></form>`,
  `<img name=currentScript><img id=createElement>`,
  `<a id=defaultView href=x><a id=defaultView name=document href=y>`,
  `<form id=act><input name=action><input name=children></form>`,
  `<div id=__proto__><div id=constructor>`,
];

/** A file of further strings, such as those that a sanitiser is tested with: a list of texts as JSON. */
const named = process.env["PODIUM_HOSTILE"];
const more: readonly string[] = named === undefined ? [] : JSON.parse(readFileSync(named, "utf8"));

/** The big list of naughty strings, and what is known to have run where markup was let through. */
export const HOSTILE: readonly string[] = [
  ...new Set([...naughty, ...ELEMENTS, ...ENDS, ...MARKDOWN, ...CLOBBERS, ...more]),
];

/** The same in one line each, for inputs that hold no more. */
export const HOSTILE_LINES: readonly string[] = HOSTILE.map((text) => text.replaceAll(/\s*\n\s*/g, " "));

/** Those that mean something to a reader of HTML: where each needs a page of its own, these alone are shown. */
export const MARKUP_LINES: readonly string[] = HOSTILE_LINES.filter((text) => /[<>"'&\\`]/.test(text));

/** Those that a name may trip over: markup, and letters that are not those of English. */
export const NAME_LINES: readonly string[] = HOSTILE_LINES.filter(
  (text) => text.length <= 60 && /[<>"'&\\`]|[^ -~]/.test(text),
);
