import { readParagraph, type ReportParagraph, type ReportSpan } from "@podium/protocol";
import { Fragment, type ComponentChildren } from "preact";

interface ReportTextProps {
  readonly paragraphs: readonly string[];
  /** What stands before its first words: place and agency. */
  readonly dateline: string;
  /** Under which heading it stands: its own headings are one lower. */
  readonly heading: "h2" | "h4";
  /** What stands under a paragraph, by its place in the report. */
  readonly under?: (index: number) => ComponentChildren;
}

interface Placed extends ReportParagraph {
  readonly index: number;
  readonly before: string;
}

/** The paragraphs of a report, its marks as elements; items that follow one another are a list. */
export function ReportText({ paragraphs, dateline, heading, under = () => null }: ReportTextProps) {
  const read = paragraphs.map(readParagraph);
  const opening = Math.max(
    0,
    read.findIndex(({ kind }) => kind === "words"),
  );
  const placed = read.map((each, index): Placed => ({ ...each, index, before: index === opening ? dateline : "" }));
  return (
    <>
      {listsTogether(placed).map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        if (first.kind !== "item")
          return (
            <Fragment key={first.index}>
              <Paragraph paragraph={first} heading={heading} />
              {under(first.index)}
            </Fragment>
          );
        return (
          <ul key={first.index}>
            {group.map((item) => (
              <li key={item.index} dir="auto">
                <Spans paragraph={item} />
                {under(item.index)}
              </li>
            ))}
          </ul>
        );
      })}
    </>
  );
}

function listsTogether(paragraphs: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (paragraph.kind === "item" && last?.[0]?.kind === "item") last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

function Paragraph({ paragraph, heading: Heading }: Pick<ReportTextProps, "heading"> & { readonly paragraph: Placed }) {
  const spans = <Spans paragraph={paragraph} />;
  if (paragraph.kind === "heading")
    return (
      <Heading class="report-heading" dir="auto">
        {spans}
      </Heading>
    );
  if (paragraph.kind === "quote")
    return (
      <blockquote>
        <p dir="auto">{spans}</p>
      </blockquote>
    );
  return <p dir="auto">{spans}</p>;
}

function Spans({ paragraph: { before, spans } }: { readonly paragraph: Placed }) {
  return (
    <>
      {before}
      {spans.map((span, index) => (
        <Span key={index} span={span} />
      ))}
    </>
  );
}

function Span({ span }: { readonly span: ReportSpan }) {
  switch (span.as) {
    case "plain":
      return <>{span.words}</>;
    case "emphasis":
      return <em>{span.words}</em>;
    case "strong":
      return <strong>{span.words}</strong>;
    case "link":
      return (
        <a href={span.href} rel="noopener nofollow">
          {span.words}
        </a>
      );
  }
}
