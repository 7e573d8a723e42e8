/** As much of the library as the desk uses; it brings no types of its own. */
declare module 'sanitize-html' {
  function sanitizeHtml(html: string, options?: sanitizeHtml.Options): string;

  namespace sanitizeHtml {
    type Attributes = Readonly<Record<string, string>>;
    type Tag = { readonly tagName: string; readonly attribs: Attributes; readonly text?: string };
    type Options = {
      readonly allowedTags?: readonly string[];
      readonly allowedAttributes?: Readonly<Record<string, readonly string[]>>;
      readonly allowedSchemes?: readonly string[];
      readonly allowedSchemesByTag?: Readonly<Record<string, readonly string[]>>;
      readonly allowProtocolRelative?: boolean;
      readonly allowedStyles?: Readonly<Record<string, Readonly<Record<string, readonly RegExp[]>>>>;
      readonly nestingLimit?: number;
      readonly transformTags?: Readonly<Record<string, (tagName: string, attribs: Attributes) => Tag>>;
    };
    const defaults: { readonly allowedTags: readonly string[] };
  }

  export default sanitizeHtml;
}
