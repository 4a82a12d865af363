import { Worker } from "node:worker_threads";

/**
 * What a file answers that runs in a thread of its own, for work that would be a pause for everybody who reads or scores. The file
 * finds `data` in `workerData` and posts one message. A thread that is still at work after `late.afterMs` is ended, and `late.answer` given.
 */
export function answerOfThread<Answer>(
  file: URL,
  data: unknown,
  late?: { readonly afterMs: number; readonly answer: Answer },
): Promise<Answer> {
  const worker = new Worker(file, { workerData: data });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error(`The thread of ${file.pathname} ended without an answer.`)));
  if (late === undefined) return promise;
  const timer = setTimeout(() => {
    resolve(late.answer);
    void worker.terminate();
  }, late.afterMs);
  return promise.finally(() => clearTimeout(timer));
}
