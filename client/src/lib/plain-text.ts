/**
 * People write plain text; contributions travel as HTML. A blank line parts paragraphs, a line that begins
 * with "- " is an item of a list, any other line break stays one.
 */
export function toHtml(text: string): string {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/);
  return blocks.filter(Boolean).map(block).join('');
}

function block(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.every((line) => /^[-•] /.test(line)))
    return `<ul>${lines.map((line) => `<li>${escaped(line.slice(2))}</li>`).join('')}</ul>`;
  return `<p>${lines.map(escaped).join('<br>')}</p>`;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
  );
}

/** The way back, for editing: paragraphs, lists and line breaks return as typed; other marks leave their words. */
export function toText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const parts: string[] = [];
  for (const node of body.childNodes) {
    const text = node.nodeName === 'UL' || node.nodeName === 'OL' ? list(node) : inline(node);
    if (text.trim()) parts.push(text.trim());
  }
  return parts.join('\n\n');
}

function list(node: Node): string {
  const items = [...node.childNodes].filter((child) => child.nodeName === 'LI');
  return items.map((item) => `- ${inline(item).trim()}`).join('\n');
}

function inline(node: Node): string {
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  return [...node.childNodes].map(inline).join('');
}
