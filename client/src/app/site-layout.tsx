import { Frame } from './frame.js';

/** Pages outside of any forum. */
export function SiteLayout() {
  return <Frame />;
}
