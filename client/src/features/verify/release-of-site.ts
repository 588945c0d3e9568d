import type { Asked } from './protocol.js';

/** A release of this server, and the key that it publishes: all is fetched before anything is checked. */
export async function releaseOfSite(slug: string): Promise<Pick<Asked, 'given' | 'published'>> {
  const name = `${slug}.zip`;
  const [zip, key] = await Promise.all([
    taken(`/appeals/${encodeURIComponent(slug)}/release.zip`),
    taken('/.well-known/nidaa-release-key.json'),
  ]);
  const { publicKey } = (await key.json()) as { publicKey: string };
  const bytes = new Uint8Array(await zip.arrayBuffer());
  return {
    given: { kind: 'file', bytes, name },
    published: { key: publicKey, origin: window.location.origin },
  };
}

async function taken(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
