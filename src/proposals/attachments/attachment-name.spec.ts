import fc from 'fast-check';
import { FILE_KINDS, type FileKind } from '../../platform/files/file-kinds.contract.js';
import { attachmentName, partsOf } from './attachment-name.js';

it.each([
  ['budget.pdf', 'pdf', 'budget.pdf'],
  ['Budget.PDF', 'pdf', 'Budget.pdf'],
  ['photo.JPEG', 'jpg', 'photo.jpg'],
  ['ميزانية ٢٠١٤.pdf', 'pdf', 'ميزانية ٢٠١٤.pdf'],
  ['notes.exe', 'txt', 'notes.exe.txt'],
  ['page.html', 'txt', 'page.html.txt'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['..\\..\\x', 'txt', 'x.txt'],
  ['.htaccess', 'txt', 'htaccess.txt'],
  ['annex\u202Efdp.exe', 'pdf', 'annex fdp.exe.pdf'],
  ['a"b\r\nSet-Cookie: x.pdf', 'pdf', 'a b Set-Cookie x.pdf'],
  ['.pdf', 'pdf', 'file.pdf'],
  [`${'a'.repeat(120)}.pdf`, 'pdf', `${'a'.repeat(100)}.pdf`],
  [`${'a'.repeat(98)}.pdf`, 'pdf', `${'a'.repeat(98)}.pdf`],
  ['/', 'png', 'file.png'],
  ['', 'csv', 'file.csv'],
] as const)('%j that is a %s is called %j', (sent, kind, name) => {
  expect(attachmentName(sent, kind)).toBe(name);
});

it('gives any name its ending and nothing that a file system or a reader could take for something else', () => {
  const kinds = fc.constantFrom(...(Object.keys(FILE_KINDS) as FileKind[]));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), kinds, (sent, kind) => {
      const name = attachmentName(sent, kind);
      expect(name).toMatch(/^[^.\s/\\][^\p{Cc}\p{Cf}/\\:*?"<>|%]*\.\w+$/u);
      expect([...name].length).toBeLessThanOrEqual(105);
      expect(attachmentName(name, kind)).toBe(name);
      expect(partsOf(name)).toEqual({ stem: name.slice(0, -kind.length - 1), ending: kind });
    }),
  );
});
