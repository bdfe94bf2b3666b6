export { Audio, Image, Video } from "./media.js";
