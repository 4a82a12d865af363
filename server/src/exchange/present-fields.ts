type Present<T> = { [key in keyof T]?: Exclude<T[key], undefined> };

/** Leaves out what is not there, so that the file holds no empty fields. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
