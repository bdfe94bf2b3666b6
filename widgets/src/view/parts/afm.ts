/** What a view knows of its model: the part of a Jupyter widget's model that every host of such modules offers. */
export interface ViewModel<State> {
  readonly get: <Name extends keyof State & string>(name: Name) => State[Name];
  readonly set: <Name extends keyof State & string>(name: Name, value: State[Name]) => void;
  readonly save_changes: () => void;
  /** Events are `change:<name of a state field>` and `msg:custom`, the latter with the content and its buffers. */
  readonly on: (event: string, callback: (...values: never[]) => void) => void;
  readonly off: (event: string, callback: (...values: never[]) => void) => void;
  readonly send: (content: unknown) => void;
}

export interface RenderProps<State> {
  readonly model: ViewModel<State>;
  readonly el: HTMLElement;
}

export type Cleanup = () => void;

/** A widget: what its module exports as default. Knows nothing of the page that hosts it. */
export interface ViewModule<State> {
  readonly render: (props: RenderProps<State>) => Cleanup;
}

/** A view of some state, as a host sees it: which state is between the model and the view. */
export interface AnyView {
  readonly render: (props: { readonly model: never; readonly el: HTMLElement }) => Cleanup;
}
