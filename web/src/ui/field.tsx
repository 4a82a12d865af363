import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly name: string;
  readonly words: string;
  readonly help?: string;
  /** For a text of many lines. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** A field under its label; what helps stands below and is read with it. */
export function Field({ name, words, help, isWide = false, children }: FieldProps) {
  return (
    <div class={isWide ? "field text" : "field"}>
      <label for={`field-${name}`}>{words}</label>
      {children}
      {help === undefined ? null : (
        <small id={`help-${name}`} class="quiet">
          {help}
        </small>
      )}
    </div>
  );
}
