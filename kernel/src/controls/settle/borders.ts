interface Borders {
  border: string | null;
  borderTop: string | null;
  borderRight: string | null;
  borderBottom: string | null;
  borderLeft: string | null;
}

/** `border` stands for all four sides; it is `null` where they differ. */
export function bordersInAccord<State extends Borders>(
  change: Partial<State>,
  state: Readonly<State>,
): Partial<State> {
  const { border } = change;
  if (border !== undefined)
    return { ...change, borderTop: border, borderRight: border, borderBottom: border, borderLeft: border };
  const { borderTop, borderRight, borderBottom, borderLeft } = { ...state, ...change };
  const alike = [borderRight, borderBottom, borderLeft].every((side) => side === borderTop);
  return { ...change, border: alike ? borderTop : null };
}
