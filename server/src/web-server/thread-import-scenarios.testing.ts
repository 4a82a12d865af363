import type { Scenario } from "./scenario.testing.ts";

const PATH = "/conversations/import";
const PAGE = `An evening at the club
Posted by a-reader
3 comments
1. The hall was full.
2. <script>alert(1)</script> was never heard there.
Replies are open.
`;

/** A form of parts with a file, as a browser sends it. */
const sent = (fields: Readonly<Record<string, string>>, file: string | null) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--part\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const ofFile =
    file === null
      ? ""
      : `--part\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n${file}\r\n`;
  return {
    body: `${parts.join("")}${ofFile}--part--\r\n`,
    headers: { "content-type": "multipart/form-data; boundary=part" },
  };
};

const ABOUT = { kind: "page", subject: "event:riverside-open/od" };

/** The conversation of another site, brought in by staff. */
export const threadImportScenarios: readonly Scenario[] = [
  { name: "import of a thread: guests are asked to sign in", path: PATH, expects: { status: 303 } },
  { name: "import of a thread: the page is not for members", path: PATH, as: "member", expects: { status: 403 } },
  {
    name: "import of a thread: the page",
    path: PATH,
    as: "moderator",
    expects: { status: 200, contains: ["multipart/form-data"] },
  },
  {
    name: "import of a thread: not by a guest",
    method: "POST",
    path: PATH,
    ...sent(ABOUT, PAGE),
    expects: { status: 401 },
  },
  {
    name: "import of a thread: not by a member",
    method: "POST",
    path: PATH,
    as: "member",
    ...sent(ABOUT, PAGE),
    expects: { status: 403 },
  },
  {
    name: "import of a thread: not without a file, and what was chosen is still there",
    method: "POST",
    path: PATH,
    as: "moderator",
    ...sent(ABOUT, null),
    expects: { status: 400 },
  },
  {
    name: "import of a thread: of a kind there is",
    method: "POST",
    path: PATH,
    as: "moderator",
    ...sent({ ...ABOUT, kind: "letter" }, PAGE),
    expects: { status: 400, contains: ["event:riverside-open/od"] },
  },
  {
    name: "import of a thread: about something there is",
    method: "POST",
    path: PATH,
    as: "moderator",
    ...sent({ ...ABOUT, subject: "event:riverside-open/nowhere" }, PAGE),
    expects: { status: 404 },
  },
  {
    name: "import of a thread: what is no export is refused, and nothing is there",
    method: "POST",
    path: PATH,
    as: "moderator",
    ...sent({ ...ABOUT, kind: "wxr" }, "<rss"),
    expects: { status: 422 },
  },
  {
    name: "import of a thread: what the source claims beside what was found",
    method: "POST",
    path: PATH,
    as: "moderator",
    ...sent(ABOUT, PAGE),
    expects: {
      status: 200,
      contains: ["3 claimed by the source, 2 found", "Imported now: 2"],
      absent: ["<script>alert(1)"],
      facts: ["thread-opened", "comment-posted", "comment-posted"],
    },
  },
  {
    name: "import of a thread: the same file again adds nothing",
    method: "POST",
    path: PATH,
    as: "moderator",
    ...sent(ABOUT, PAGE),
    expects: { status: 200, contains: ["3 claimed by the source, 2 found", "Here already: 2"] },
  },
];
