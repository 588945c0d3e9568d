import type { Stack } from './motion-tally.js';

/** A bar in pieces with the line at which the majority begins. The table beside it says the same: this is only seen. */
export function StackBar({ stack }: { readonly stack: Stack<string> }) {
  return (
    <svg className="stack-bar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      <rect className="piece-absent" y="6" width="1000" height="28" />
      {stack.pieces.map(({ name, from, to }) => (
        <rect
          key={name}
          className={`piece-${name}`}
          x={from * 1000}
          y="6"
          width={(to - from) * 1000}
          height="28"
        />
      ))}
      <line className="majority-line" x1={stack.line * 1000} x2={stack.line * 1000} y1="0" y2="40" />
    </svg>
  );
}
