/** Whether the reader can unzip, by its Accept-Encoding. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return (acceptEncoding ?? "").includes("gzip");
}
