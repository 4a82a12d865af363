import { Field } from "./field.tsx";

interface InputProps {
  readonly name: string;
  /** Where another field of the page has the name too. */
  readonly id?: string;
  readonly words: string;
  readonly value: string;
  readonly help?: string;
  readonly type?: "text" | "date" | "datetime-local" | "number" | "url";
  readonly isRequired?: boolean;
  readonly lang?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

export function InputField(props: InputProps) {
  const { name, id = name, words, value, help, type = "text", isRequired = false, ...rest } = props;
  const common = {
    id: `field-${id}`,
    name,
    value,
    required: isRequired,
    maxLength: 200,
    ...(help === undefined ? {} : { "aria-describedby": `help-${id}` }),
    ...rest,
  };
  return (
    <Field name={id} words={words} {...(help === undefined ? {} : { help })}>
      {type === "number" ? (
        <input type="number" {...common} />
      ) : type === "date" ? (
        <input type="date" {...common} />
      ) : type === "datetime-local" ? (
        <input type="datetime-local" {...common} />
      ) : type === "url" ? (
        <input type="url" {...common} />
      ) : (
        <input type="text" dir="auto" {...common} />
      )}
    </Field>
  );
}

interface SelectProps {
  readonly name: string;
  /** Where another field of the page has the name too. */
  readonly id?: string;
  readonly words: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

export function SelectField({ name, id = name, words, chosen, options }: SelectProps) {
  return (
    <Field name={id} words={words}>
      <select id={`field-${id}`} name={name}>
        {options.map(([value, label]) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
