/** Loaded with the first picture: an installation without one never pays for it. One thread: a picture is not to stop the rest. */
export async function openSharp() {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  // Nothing but these formats is ever decoded, whatever a file says it is.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
  return sharp;
}
