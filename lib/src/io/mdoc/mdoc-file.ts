/** Lines `key = value`, values as they are spelled. */
export type MdocEntries = Readonly<Record<string, string>>;

/** What an mdoc file says of one image: `[ZValue = 3]` of a tilt series, `[FrameSet = 0]` of a movie, `[MontSection = 0]` of a montage. */
export interface MdocSection extends MdocHeading {
  readonly entries: MdocEntries;
}

/** The name and number of a section. */
export interface MdocHeading {
  readonly type: string;
  readonly value: string;
}

/** Metadata that SerialEM keeps beside its images. */
export interface MdocFile {
  readonly kind: "mdoc";
  /** What the user calls it. */
  readonly name: string;
  /** What holds for all images. */
  readonly entries: MdocEntries;
  /** Lines of text, `[T = ...]`. */
  readonly titles: readonly string[];
  readonly sections: readonly MdocSection[];
}
