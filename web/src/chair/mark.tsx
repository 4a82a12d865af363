/** A letter or two in a frame that stay until the match ends, in full words for who does not see them. */
export function Mark({ short, words }: { readonly short: string; readonly words: string }) {
  return (
    <span class="chair-mark" title={words}>
      <span aria-hidden="true">{short}</span>
      <span class="unseen">{words}</span>
    </span>
  );
}
