import type { Registered } from "../registry.js";
import { refusal } from "../refusal.js";

interface Pages {
  children: readonly Registered[];
  titles: readonly string[];
  selectedIndex: number | null;
}

/** Gives every page a title, if an empty one; selects none where the selected page is gone. */
export function pagesInAccord<State extends Pages>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  return inAccord(change, state, name, () => null);
}

/** As for other pages, but one tab is always selected: the first of all, or the last where the selected one is gone. */
export function tabsInAccord<State extends Pages>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  const asked = change.selectedIndex === null;
  return inAccord(change, state, name, (index, count) => {
    if (count === 0 || (index === null && asked)) return null;
    return index === null ? 0 : count - 1;
  });
}

function inAccord<State extends Pages>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
  otherIndex: (index: number | null, count: number) => number | null,
): Partial<State> {
  const { children, titles, selectedIndex: index } = { ...state, ...change };
  const count = children.length;
  const isPage = index !== null && index >= 0 && index < count;
  if (index !== null && index === change.selectedIndex && !isPage)
    throw refusal(`${name}.selectedIndex`, {
      got: index,
      wanted: count === 0 ? "null, as there are no children" : `null or a page from 0 to ${count - 1}`,
    });
  const selectedIndex = isPage ? index : otherIndex(index, count);
  const untitled = Array<string>(Math.max(0, count - titles.length)).fill("");
  return {
    ...change,
    ...(selectedIndex !== index && { selectedIndex }),
    ...(untitled.length > 0 && { titles: [...titles, ...untitled] }),
  };
}
