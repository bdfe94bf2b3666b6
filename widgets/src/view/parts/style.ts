/** Colours follow JupyterLab's theme where there is one, else the system's. The sheet stands inside each view, so that it also holds in a shadow tree. */
export const styleSheet: string = `
.vitrine {
  --vitrine-light-text: #1f2328; --vitrine-light-muted: #656d76; --vitrine-light-line: #d5d9de;
  --vitrine-light-ground: #ffffff; --vitrine-light-panel: #f4f5f7; --vitrine-light-accent: #1668b8; --vitrine-light-warm: #c2410c;
  --vitrine-dark-text: #e6e8eb; --vitrine-dark-muted: #9aa3ad; --vitrine-dark-line: #3b4048;
  --vitrine-dark-ground: #16181c; --vitrine-dark-panel: #1f2227; --vitrine-dark-accent: #64b5f6; --vitrine-dark-warm: #ffa36b;
  --vitrine-text: var(--jp-ui-font-color1, var(--vitrine-light-text));
  --vitrine-muted: var(--jp-ui-font-color2, var(--vitrine-light-muted));
  --vitrine-line: var(--jp-border-color1, var(--vitrine-light-line));
  --vitrine-ground: var(--jp-layout-color0, var(--vitrine-light-ground));
  --vitrine-panel: var(--jp-layout-color2, var(--vitrine-light-panel));
  --vitrine-accent: var(--vitrine-light-accent); --vitrine-warm: var(--vitrine-light-warm);
  --vitrine-font: var(--jp-ui-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif);
  display: block; box-sizing: border-box; width: 100%; min-width: 0; padding: 4px 2px; color: var(--vitrine-text);
  background: var(--vitrine-ground); font-family: var(--vitrine-font); font-size: 12px; line-height: 1.45;
}
@media (prefers-color-scheme: dark) {
  .vitrine {
    --vitrine-text: var(--jp-ui-font-color1, var(--vitrine-dark-text));
    --vitrine-muted: var(--jp-ui-font-color2, var(--vitrine-dark-muted));
    --vitrine-line: var(--jp-border-color1, var(--vitrine-dark-line));
    --vitrine-ground: var(--jp-layout-color0, var(--vitrine-dark-ground));
    --vitrine-panel: var(--jp-layout-color2, var(--vitrine-dark-panel));
    --vitrine-accent: var(--vitrine-dark-accent); --vitrine-warm: var(--vitrine-dark-warm);
  }
}
[data-jp-theme-light="true"] .vitrine { --vitrine-accent: var(--vitrine-light-accent); --vitrine-warm: var(--vitrine-light-warm); }
[data-jp-theme-light="false"] .vitrine { --vitrine-accent: var(--vitrine-dark-accent); --vitrine-warm: var(--vitrine-dark-warm); }
.vitrine *, .vitrine *::before { box-sizing: border-box; }
.vitrine [hidden] { display: none !important; }
.vitrine-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; min-height: 26px; margin-bottom: 4px; }
.vitrine-title { font-weight: 600; font-size: 13px; margin-right: auto; }
.vitrine-note { color: var(--vitrine-muted); overflow-wrap: anywhere; }
.vitrine-readout { font-variant-numeric: tabular-nums; min-height: 1.45em; margin-top: 4px; }
.vitrine-canvas { display: block; border-radius: 3px; touch-action: none; outline: none; }
.vitrine-canvas:focus-visible, .vitrine button:focus-visible, .vitrine-figure:focus-visible {
  outline: 2px solid var(--vitrine-accent); outline-offset: 1px; }
.vitrine-figure { outline: none; border-radius: 3px; }
.vitrine button {
  font: inherit; color: inherit; background: var(--vitrine-panel); border: 1px solid var(--vitrine-line);
  border-radius: 3px; padding: 1px 9px; cursor: pointer; }
.vitrine button[aria-pressed="true"] { color: var(--vitrine-ground); background: var(--vitrine-accent); border-color: var(--vitrine-accent); }
.vitrine-switch { display: inline-flex; }
.vitrine-switch button { border-radius: 0; margin-left: -1px; }
.vitrine-switch button:first-child { border-radius: 3px 0 0 3px; margin-left: 0; }
.vitrine-switch button:last-child { border-radius: 0 3px 3px 0; }
.vitrine-control { display: inline-flex; align-items: center; gap: 8px; color: var(--vitrine-muted); }
.vitrine-control output { min-width: 6.5em; color: var(--vitrine-text); font-variant-numeric: tabular-nums; white-space: nowrap; }
.vitrine-track { position: relative; display: inline-block; width: 150px; height: 18px; }
.vitrine-track::before {
  content: ""; position: absolute; left: 0; right: 0; top: 7px; height: 4px; border-radius: 2px;
  background: linear-gradient(to right, var(--vitrine-line) var(--from, 0%), var(--vitrine-accent) var(--from, 0%),
    var(--vitrine-accent) var(--to, 100%), var(--vitrine-line) var(--to, 100%)); }
.vitrine-track input {
  position: absolute; inset: 0; width: 100%; height: 18px; margin: 0; padding: 0; background: none; appearance: none;
  -webkit-appearance: none; pointer-events: none; outline: none; }
.vitrine-track input:only-child { pointer-events: auto; }
.vitrine-track input::-webkit-slider-runnable-track { background: none; border: none; }
.vitrine-track input::-moz-range-track { background: none; border: none; }
.vitrine-track input::-webkit-slider-thumb {
  -webkit-appearance: none; appearance: none; pointer-events: auto; width: 13px; height: 13px; border-radius: 50%;
  border: 2px solid var(--vitrine-ground); background: var(--vitrine-accent); cursor: pointer; }
.vitrine-track input::-moz-range-thumb {
  pointer-events: auto; width: 9px; height: 9px; border-radius: 50%; border: 2px solid var(--vitrine-ground);
  background: var(--vitrine-accent); cursor: pointer; }
.vitrine-track input:focus-visible::-webkit-slider-thumb { box-shadow: 0 0 0 2px var(--vitrine-accent); }
.vitrine-track input:focus-visible::-moz-range-thumb { box-shadow: 0 0 0 2px var(--vitrine-accent); }
.vitrine-row { display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-start; }
.vitrine-stage { position: relative; }
.vitrine-stage > .vitrine-overlay { position: absolute; left: 0; top: 0; pointer-events: none; }
.vitrine-grid { display: grid; grid-template-columns: max-content max-content; gap: 6px; }
.vitrine-cell { position: relative; background: #000; border-radius: 3px; overflow: hidden; }
.vitrine-cell .vitrine-message { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center;
  padding: 16px; text-align: center; color: var(--vitrine-muted); background: var(--vitrine-panel); }
`;
