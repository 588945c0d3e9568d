import { type ReactNode, useEffect, useRef } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { AriaLocale } from './aria-locale.js';

export interface TabEntry {
  readonly id: string;
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** Several views of one thing, one at a time. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly TabEntry[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  // Where there are more than fit, the chosen one may stand outside of what is shown of the row.
  useEffect(() => {
    const chosen = list.current?.querySelector(`[data-key="${CSS.escape(props.selected)}"]`);
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.selected]);
  return (
    <AriaLocale>
      <AriaTabs
        className="tabs"
        selectedKey={props.selected}
        onSelectionChange={(key) => props.onSelect(String(key))}
      >
        <TabList ref={list} className="tab-list" aria-label={props.label}>
          {props.tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="tab">
              {tab.label}
            </Tab>
          ))}
        </TabList>
        {props.tabs.map((tab) => (
          <TabPanel key={tab.id} id={tab.id} className="tab-panel">
            {tab.children}
          </TabPanel>
        ))}
      </AriaTabs>
    </AriaLocale>
  );
}
