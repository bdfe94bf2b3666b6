import type { ControlOptions } from "../control.js";
import {
  AudioModel,
  ImageModel,
  VideoModel,
  type AudioModelState,
  type ImageModelState,
  type VideoModelState,
} from "../generated/index.js";
import { sourceFromFile, sourceFromUrl } from "./source.js";

/**
 * A picture: bytes of a file in `value`, their format in `format`.
 *
 * @example
 * ```ts
 * await Image.fromFile("class-averages.png", { layout: { width: "50%" } })
 * ```
 */
export class Image extends ImageModel {
  /** Shows a file. Its ending says the format unless the options do. */
  static async fromFile(path: string | URL, options: ControlOptions<ImageModelState> = {}): Promise<Image> {
    return new Image({ ...(await sourceFromFile(path)), ...options });
  }

  /** Shows what the browser finds at an address. */
  static fromUrl(url: string | URL, options: ControlOptions<ImageModelState> = {}): Image {
    return new Image({ ...sourceFromUrl(url), ...options });
  }
}

/** A sound: bytes of a file in `value`, their format in `format`. */
export class Audio extends AudioModel {
  /** Plays a file. Its ending says the format unless the options do. */
  static async fromFile(path: string | URL, options: ControlOptions<AudioModelState> = {}): Promise<Audio> {
    return new Audio({ ...(await sourceFromFile(path)), ...options });
  }

  /** Plays what the browser finds at an address. */
  static fromUrl(url: string | URL, options: ControlOptions<AudioModelState> = {}): Audio {
    return new Audio({ ...sourceFromUrl(url), ...options });
  }
}

/** A film: bytes of a file in `value`, their format in `format`. */
export class Video extends VideoModel {
  /** Plays a file. Its ending says the format unless the options do. */
  static async fromFile(path: string | URL, options: ControlOptions<VideoModelState> = {}): Promise<Video> {
    return new Video({ ...(await sourceFromFile(path)), ...options });
  }

  /** Plays what the browser finds at an address. */
  static fromUrl(url: string | URL, options: ControlOptions<VideoModelState> = {}): Video {
    return new Video({ ...sourceFromUrl(url), ...options });
  }
}
