import type { Tool } from './toolbar.js';

/** Drawn on a field of 24, as the other pictures are; these come with the editor only. */
const SHAPES: Readonly<Record<Tool, string>> = {
  strong: 'M7 4.5V19.5M7 4.5H12.5A3.6 3.6 0 0 1 12.5 11.7H7M12.5 11.7H13.3A3.9 3.9 0 0 1 13.3 19.5H7',
  em: 'M10 4.5H17M7 19.5H14M13.5 4.5 10.5 19.5',
  bullet: 'M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6H5.5M4.5 12H5.5M4.5 18H5.5',
  number:
    'M10.5 6H20M10.5 12H20M10.5 18H20M4 4.5 5.5 3.8V9M4 14.6C4.6 13 7 13.3 6.8 15 6.7 16.2 4 17.6 4 19.5H7',
  quote: 'M9.5 7C6.5 7.8 5 10 5 13V17H10V12H7.4M19 7C16 7.8 14.5 10 14.5 13V17H19.5V12H16.9',
  link: 'M10 14A4 4 0 0 0 15.6 14L19 10.6A4 4 0 0 0 13.4 5L12 6.3M14 10A4 4 0 0 0 8.4 10L5 13.4A4 4 0 0 0 10.6 19L12 17.7',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5H14.5A5 5 0 0 1 14.5 19.5H9',
  redo: 'M15.5 5 20 9.5 15.5 14M20 9.5H9.5A5 5 0 0 0 9.5 19.5H15',
};
/** Those that lead the way in which one reads. */
const TURNED: readonly Tool[] = ['bullet', 'quote', 'undo', 'redo'];

export function ToolIcon({ tool }: { readonly tool: Tool }) {
  const turned = TURNED.includes(tool) ? ' editor-icon-turned' : '';
  return (
    <svg className={`editor-icon${turned}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[tool]} />
    </svg>
  );
}
