import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMark, isKind, toggleEm, toggleKind, toggleStrong } from './commands.js';
import { ToolIcon } from './tool-icon.js';

export const TOOLS = ['strong', 'em', 'bullet', 'number', 'quote', 'link', 'undo', 'redo'] as const;
/** What can be done within one paragraph. */
export const TOOLS_WITHIN = ['strong', 'em', 'link', 'undo', 'redo'] as const;
export type Tool = (typeof TOOLS)[number];

const COMMANDS: Readonly<Record<Exclude<Tool, 'link'>, Command>> = {
  strong: toggleStrong,
  em: toggleEm,
  bullet: toggleKind('bullet'),
  number: toggleKind('number'),
  quote: toggleKind('quote'),
  undo,
  redo,
};

/** What can be done to the words: one stop for Tab, arrows within. */
export function Toolbar(props: {
  /** Of the text that it belongs to. */
  readonly label: string;
  readonly controls: string;
  readonly tools: readonly Tool[];
  readonly state: EditorState;
  readonly onCommand: (command: Command) => void;
  readonly onLink: () => void;
}) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nextStop(event, stop, props.tools.length);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('editor.tools', { text: props.label })}
      aria-controls={props.controls}
      className="editor-tools"
      tabIndex={-1}
      onKeyDown={step}
    >
      {props.tools.map((tool, at) => (
        <button
          key={tool}
          type="button"
          className="editor-tool"
          aria-label={t(`editor.${tool}`)}
          title={t(`editor.${tool}`)}
          aria-pressed={pressed(props.state, tool)}
          // Not `disabled`: what has the focus keeps it when there is nothing more to undo.
          aria-disabled={isIdle(props.state, tool) || undefined}
          tabIndex={at === stop ? 0 : -1}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(at)}
          onClick={() => (tool === 'link' ? props.onLink() : props.onCommand(COMMANDS[tool]))}
        >
          <ToolIcon tool={tool} />
        </button>
      ))}
    </div>
  );
}

function pressed(state: EditorState, tool: Tool): boolean | undefined {
  if (tool === 'undo' || tool === 'redo') return undefined;
  if (tool === 'bullet' || tool === 'number' || tool === 'quote') return isKind(state, tool);
  return hasMark(state, tool);
}

const isIdle = (state: EditorState, tool: Tool): boolean =>
  (tool === 'undo' || tool === 'redo') && !COMMANDS[tool](state);

function nextStop(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  stop: number,
  count: number,
): number | null {
  const onward = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  return (stop + (key === onward ? 1 : count - 1)) % count;
}
