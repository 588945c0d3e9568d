/** Readers of one address, so many at a time on connections that they keep. */
import { Agent, get } from 'node:http';

/** Asks for an address for so long; answers a second and bytes each. Anything but 200 is an error. */
export async function readFor(url, { readers, milliseconds, headers }) {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const end = performance.now() + milliseconds;
  let [answers, bytes] = [0, 0];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (performance.now() < end) {
        bytes = await once(url, { agent, headers });
        answers++;
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  return { rate: answers / seconds, bytes };
}

export function once(url, options) {
  return new Promise((resolve, reject) =>
    get(url, options, (response) => {
      let size = 0;
      if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`));
      response.on('data', (chunk) => {
        size += chunk.byteLength;
      });
      response.on('end', () => resolve(size));
    }).on('error', reject),
  );
}
