/**
 * `exp(-2 pi i k / n)`, rounded once: the angle is first brought into an eighth of the circle in whole numbers, so that roots at
 * quarters of the circle are exact.
 */
export function unitRoot(k: number, n: number): readonly [re: number, im: number] {
  const turned = ((k % n) + n) % n;
  const quarter = Math.round((4 * turned) / n);
  const angle = (2 * Math.PI * (turned - (quarter * n) / 4)) / n;
  const [cosine, sine] = [Math.cos(angle), -Math.sin(angle)];
  switch (quarter % 4) {
    case 0:
      return [cosine, sine];
    case 1:
      return [sine, -cosine];
    case 2:
      return [-cosine, -sine];
    default:
      return [-sine, cosine];
  }
}
