import type { ComponentChildren } from "preact";

interface TapFormProps {
  /** Where the tap goes without script. */
  readonly sendTo: string;
  /** Lines of the log that the page knows. */
  readonly after: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A form that records one line: sent by the browser alone, or taken by the script and recorded on the phone. */
export function TapForm({ sendTo, after, fields, children, ...rest }: TapFormProps) {
  return (
    <form method="post" action={`${sendTo}/touch`} class={rest.class}>
      <input type="hidden" name="after" value={after} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
