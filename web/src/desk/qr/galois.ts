/** Arithmetic of the 256 bytes with which QR codes correct errors (ISO/IEC 18004, annex A: polynomial 0x11d, generator 2). */
const POLYNOMIAL = 0x11d;

export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * POLYNOMIAL);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** The bytes to append to `data` so that a reader can mend half as many wrong ones. */
export function checkBytes(data: readonly number[], count: number): readonly number[] {
  const divisor = generator(count);
  let rest: readonly number[] = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, at) => value ^ multiply(divisor[at] ?? 0, factor));
  }
  return rest;
}

/** (x - 1)(x - 2)(x - 4)... without its leading one, highest power first. */
function generator(degree: number): readonly number[] {
  let product: readonly number[] = [1];
  let root = 1;
  for (let power = 0; power < degree; power += 1) {
    const times = [...product, 0];
    product = times.map((value, at) => value ^ multiply(product[at - 1] ?? 0, root));
    root = multiply(root, 2);
  }
  return product.slice(1);
}
