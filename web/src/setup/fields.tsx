import { Field } from "../ui/field.tsx";

interface InputProps {
  readonly name: string;
  readonly words: string;
  readonly value: string;
  readonly help?: string;
  readonly type?: "text" | "date" | "number";
  readonly isRequired?: boolean;
  readonly lang?: string;
  readonly min?: number;
  readonly max?: number;
}

export function InputField({ name, words, value, help, type = "text", isRequired = false, ...rest }: InputProps) {
  const common = {
    id: `field-${name}`,
    name,
    value,
    required: isRequired,
    maxLength: 200,
    ...(help === undefined ? {} : { "aria-describedby": `help-${name}` }),
    ...rest,
  };
  return (
    <Field name={name} words={words} {...(help === undefined ? {} : { help })}>
      {type === "number" ? (
        <input type="number" {...common} />
      ) : type === "date" ? (
        <input type="date" {...common} />
      ) : (
        <input type="text" dir="auto" {...common} />
      )}
    </Field>
  );
}

interface SelectProps {
  readonly name: string;
  readonly words: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

export function SelectField({ name, words, chosen, options }: SelectProps) {
  return (
    <Field name={name} words={words}>
      <select id={`field-${name}`} name={name}>
        {options.map(([value, label]) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
