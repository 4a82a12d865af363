const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Most texts have none of these: looking costs less than replacing. */
const MARKUP = /[&<>"']/;

/** Text as it may stand in HTML, between tags and in quoted attributes: none of it can be read as markup. */
export function escapeHtml(text: string): string {
  return MARKUP.test(text) ? escaped(text) : text;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
