import { registerFigures } from "./register.js";

registerFigures();
