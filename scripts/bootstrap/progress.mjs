/**
 * Says what is being done while it lasts: a running clock on a terminal, a line every ten seconds in a log.
 * @template T
 * @param {NodeJS.WriteStream} stream
 * @param {string} sentence
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(stream, sentence, work) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  const tick = stream.isTTY
    ? setInterval(() => stream.write(`\r${sentence} … ${seconds()} s`), 200)
    : setInterval(() => stream.write(`  … ${seconds()} s\n`), 10_000);
  stream.write(`${sentence} …${stream.isTTY ? "" : "\n"}`);
  try {
    const outcome = await work();
    clearInterval(tick);
    stream.write(`${stream.isTTY ? "\r" : ""}${sentence}: done in ${seconds()} s\n`);
    return outcome;
  } finally {
    clearInterval(tick);
  }
}
