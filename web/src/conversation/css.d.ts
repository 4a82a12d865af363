/** A stylesheet as text: the build makes it of a stylesheet. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
