/** The package whose model and view classes users' own widgets name. */
export const anyModule = "anywidget";
/** Below every version of that package: where it is installed, it is taken and ours is not. */
export const anyVersion = "0.0.1";
