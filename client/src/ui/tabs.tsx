import type { ReactNode } from 'react';
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
  return (
    <AriaLocale>
      <AriaTabs
        className="tabs"
        selectedKey={props.selected}
        onSelectionChange={(key) => props.onSelect(String(key))}
      >
        <TabList className="tab-list" aria-label={props.label}>
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
