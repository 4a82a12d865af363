/** The parser that comes with Readability: as much of a document as Readability asks of one. */
declare module "@mozilla/readability/JSDOMParser.js" {
  export default class JSDOMParser {
    parse(
      markup: string,
      address?: string,
    ): ConstructorParameters<typeof import("@mozilla/readability").Readability>[0];
  }
}
