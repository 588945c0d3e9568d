/**
 * Puts a text on the clipboard and says whether that worked. The modern way exists only on HTTPS and on this
 * machine; a hall's server may speak plain HTTP, where the old way still works.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.className = 'visually-hidden';
  box.value = text;
  // A dialog takes the focus back from what lies outside of it.
  (before?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body).append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
