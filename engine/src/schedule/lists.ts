/** Many lists of numbers in two arrays: list `i` is `items` from `starts[i]` up to, not including, `starts[i + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Packs arrays. */
export function listsOf(arrays: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(arrays.length + 1);
  for (const [index, array] of arrays.entries()) starts[index + 1] = (starts[index] ?? 0) + array.length;
  return { starts, items: Int32Array.from(arrays.flat()) };
}

/** The members of one list; a view, not a copy. */
export function listAt({ starts, items }: Lists, index: number): Int32Array {
  return items.subarray(starts[index], starts[index + 1]);
}

/** Who has whom, the other way round: the lists in which each of `count` numbers stands. */
export function inverted(lists: Lists, count: number): Lists {
  const starts = new Int32Array(count + 1);
  for (const item of lists.items) starts[item + 1] = (starts[item + 1] ?? 0) + 1;
  for (let item = 1; item <= count; item += 1) starts[item] = (starts[item] ?? 0) + (starts[item - 1] ?? 0);
  const next = starts.slice();
  const items = new Int32Array(lists.items.length);
  for (let list = 0; list + 1 < lists.starts.length; list += 1) {
    for (const item of listAt(lists, list)) {
      items[next[item] ?? 0] = list;
      next[item] = (next[item] ?? 0) + 1;
    }
  }
  return { starts, items };
}
