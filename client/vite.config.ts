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

/**
 * What the server takes from Node's cryptography a browser takes from plain arithmetic, so that the check of a release
 * is the same code in both (src/kernel/crypto.ts).
 */
function plainCrypto(): Plugin {
  return {
    name: 'plain-crypto',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!/\/crypto\.js$/.test(source) || !importer?.includes('/src/kernel/')) return null;
      return join(import.meta.dirname, '..', 'src', 'kernel', 'plain-crypto.ts');
    },
  };
}

/** What every page needs, and the page that a delegate's phone opens first. */
const FIRST = /[\\/]src[\\/](?:main|features[\\/]forum[\\/]now-page)\.tsx$/;

/**
 * Names the file for all that what is first imports, step by step: one file packs better than the forty that
 * would be shared with other pages, and asks the network once.
 */
function frameName(): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>();
  const isFirst = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, FIRST.test(id));
    const first =
      FIRST.test(id) || (graph.getModuleInfo(id)?.importers.some((each) => isFirst(each, graph)) ?? false);
    known.set(id, first);
    return first;
  };
  return (id, graph) => (isFirst(id, graph) ? 'frame' : null);
}

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** `vite build client` writes dist/client. Nothing is inlined: the page is served under `script-src 'self'; style-src 'self'`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [plainCrypto(), keepLocales(), react(), precompress()],
  worker: { format: 'es', plugins: () => [plainCrypto()] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: frameName(), debugName: 'frame' }] } } },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/appeals': 'http://localhost:3000',
      '/socket.io': { target: 'http://localhost:3000', ws: true },
    },
  },
});
