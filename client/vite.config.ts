import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precompress } from './precompress.js';
import { addStyleLicences } from './style-licences.js';

/** The desk that the dev server passes requests on to, where `npm run dev` started it. */
const api = `http://localhost:${process.env.PORT || 8000}`;
const licences = 'third-party-licences.txt';
const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Three pages: the desk, and the GraphQL explorer and the REST reference, whose megabytes nobody else should pay for. */
export default defineConfig({
  plugins: [react(), tailwindcss(), addStyleLicences(licences), precompress()],
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: api, ws: true },
      // Where the desk serves its pages; without this the dev server takes them for the desk's or the API's.
      '^/api/docs/?(\\?|$)': { target: api, bypass: () => '/reference/index.html' },
      '/api': api,
      '/auth': api,
      '/files': api,
      '/healthz': api,
      '^/graphiql(\\?|$)': { target: api, bypass: () => '/graphiql/index.html' },
    },
  },
  // RxJS is shipped in several dialects; the modern one is the smallest.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    // Every browser of that target preloads modules by itself.
    modulePreload: { polyfill: false },
    // The content security policy allows no data: scripts or fonts, and a preload helper that is not needed is only weight.
    assetsInlineLimit: 0,
    // What is bundled is passed on, so its licences come along.
    license: { fileName: licences },
    // The explorer's editor is one large chunk, which only its own page loads.
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // "use no memo" is for a compiler that is not used here.
      onLog: (level, log, tell) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log)),
      input: {
        desk: page('index.html'),
        explorer: page('graphiql/index.html'),
        reference: page('reference/index.html'),
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'apollo', test: /node_modules[\\/](@apollo[\\/]client|@wry|optimism|rxjs)[\\/]/ },
          ],
        },
      },
    },
  },
});
