import { apiUrl } from '../apollo/apiUrl.js';

type Show = (options: object) => unknown;

const files = `${apiUrl}/api/docs/static`;

/** The server has Swagger UI, megabytes that no build of ours should hold a second time. Rejects where it does not come. */
export async function loadSwagger(): Promise<Show> {
  // In a layer, so that our own style outweighs it, however long its selectors are.
  const style = document.createElement('style');
  style.textContent = `@import url("${files}/swagger-ui.css") layer(swagger);`;
  const script = document.createElement('script');
  script.src = `${files}/swagger-ui-bundle.js`;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  document.head.prepend(style, script);
  await loaded;
  return (globalThis as unknown as { SwaggerUIBundle: Show }).SwaggerUIBundle;
}
