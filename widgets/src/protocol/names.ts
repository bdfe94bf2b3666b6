/** npm name of this package, as the front end's widget registry knows it. */
export const moduleName = "@vitrine/widgets";
/** Version of the protocol between cell and view; both sides import it. */
export const protocolVersion = "0.1.0";
/** MIME type of a figure: small data and the id of its model, beside a still picture. Swapped for the live view when there is one. */
export const viewMime = "application/vnd.vitrine.view+json";
/** The live view of a Jupyter widget. */
export const widgetMime = "application/vnd.jupyter.widget-view+json";
/** Name of the event a view sends up the page when it has drawn, so that a still picture can give way. */
export const drawnEvent = "vitrine-drawn";
/** Name of the event a view's host sends up when the view's model or its place has gone. */
export const goneEvent = "vitrine-gone";
/** Every widget, by the name of its folder in `view/`. */
export const widgetNames = ["histogram", "spectrum-view", "curve-view", "volume-view"] as const;
export type WidgetName = (typeof widgetNames)[number];
/** Names of the one model and view class that host every widget. */
export const modelClass = "VitrineModel";
export const viewClass = "VitrineView";
