/** What is used of plotly.js: its bundle of cartesian plots brings no types of its own. */
declare module "plotly.js-cartesian-dist-min" {
  export interface Plotly {
    react(node: HTMLElement, traces: readonly object[], layout: object, config: object): Promise<HTMLElement>;
    relayout(node: HTMLElement, change: object): Promise<HTMLElement>;
    purge(node: HTMLElement): void;
    readonly Plots: { resize(node: HTMLElement): Promise<HTMLElement> };
    readonly Fx: {
      hover(node: HTMLElement, points: readonly { curveNumber: number; pointNumber: number }[]): void;
      unhover(node: HTMLElement): void;
    };
  }
  const plotly: Plotly;
  export default plotly;
}

/** The one filter of vtk.js in use that has no types. */
declare module "@kitware/vtk.js/Filters/General/ImageMarchingCubes.js" {
  interface ImageMarchingCubes {
    setInputData(data: unknown): void;
    setContourValue(value: number): boolean;
    getOutputPort(): never;
    getOutputData(): { getNumberOfPoints(): number };
    delete(): void;
  }
  const factory: {
    newInstance(values: {
      contourValue: number;
      computeNormals: boolean;
      mergePoints: boolean;
    }): ImageMarchingCubes;
  };
  export default factory;
}
