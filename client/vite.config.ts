import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** React Aria carries its own words in thirty languages; the three of this product are kept. */
const ARIA_LOCALES = ['ar-AE', 'fr-FR', 'en-US'];

function keepLocales(): Plugin {
  return {
    name: 'keep-locales',
    enforce: 'pre',
    load(id) {
      const locale =
        /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]intl[\\/].*?([a-z]{2}-[A-Z]{2})\.m?js$/.exec(
          id,
        )?.[1];
      return locale && !ARIA_LOCALES.includes(locale) ? 'export default {}' : null;
    },
  };
}

/** Fonts are compressed by themselves. */
const COMPRESSED_WELL = /\.(js|css|html|svg)$/;

/** Lays a brotli and a gzip copy beside each text file, for the server to hand out as they are. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    writeBundle({ dir = '' }, files) {
      for (const name of Object.keys(files).filter((file) => COMPRESSED_WELL.test(file))) {
        const path = join(dir, name);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** `vite build client` writes dist/client. Nothing is inlined: the page is served under `script-src 'self'; style-src 'self'`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [keepLocales(), react(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/appeals': 'http://localhost:3000',
      '/socket.io': { target: 'http://localhost:3000', ws: true },
    },
  },
});
