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

/** The pages themselves begin when their modules are read, so that no two of them may share a file. */
const isShared = (module: string) => /[\\/]src[\\/](?!explorer|reference|main\.tsx)/.test(module);

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
      '/mail': api,
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
        // A group's name lists all that share it.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) =>
          `assets/${name.includes('~') ? name.split('~')[0] : '[name]'}-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'apollo', test: /node_modules[\\/](@apollo[\\/]client|@wry|optimism|rxjs)[\\/]/ },
            // What the first paint needs is one file: on a slow line each costs more than its bytes.
            { name: 'shared', test: isShared, tags: ['$initial'] },
            // Merging more than the smallest brings every page what others need, and files that wait for each other.
            { name: 'part', test: isShared, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2_000 },
          ],
        },
      },
    },
  },
});
