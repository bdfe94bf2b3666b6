const symbols = new Set(
  (
    "H D He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru " +
    "Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn " +
    "Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr"
  ).split(" "),
);
/** What both formats write for an element that is not known. */
const unknown = "X";

/** The symbol of an element as the periodic table has it; `""` for what is none. */
export function elementSymbol(word: string): string {
  const symbol = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return symbols.has(symbol) ? symbol : "";
}

/**
 * The element of an atom whose file does not say it, from the four columns of its name: a symbol of one letter stands in the
 * second of them, one of two letters begins in the first.
 */
export function elementOfName(columns: string): string {
  const [first, second] = [columns.charAt(0), columns.charAt(1)];
  if (/[\s\d]/.test(first)) return elementSymbol(second);
  const isHydrogen = first === "H" && columns.trim().length === 4;
  return (isHydrogen ? "" : elementSymbol(first + second)) || elementSymbol(first);
}

/** How an element is written in capitals. */
export function spelledElement(symbol: string): string {
  return symbol === "" ? unknown : symbol.toUpperCase();
}
