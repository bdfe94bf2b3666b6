import { describe, type PowerSpectrum } from "vitrine";
import type { RequestMessage, SpectrumState } from "../../protocol/index.js";
import { liveBundle, titled, type Figure } from "../bundle.js";
import { flat, logPower, ringResolutions } from "../lod/log-power.js";
import { atPercentile, survey } from "../lod/survey.js";
import { thinColumns } from "../lod/thin.js";
import { openModel } from "../model.js";
import { requireContrast, requireRings, type SpectrumShowOptions } from "../options.js";
import { keepRecent } from "../recent.js";
import { serveRequests, type Answer } from "../requests.js";
import { spectrumStill } from "../stills/spectrum-still.js";

/** Longest side of the picture unless the view asks for another: 4 MB as float32. */
const pictureSize = 1024;
/** Longest side that a view may ask for: one message. */
const largestPicture = 4096;
/** Longest side of what the still is made of: about its own pixels. */
const stillSize = 720;
/** Points of the radial profile in the state: 48 KB. */
const profilePoints = 3000;

/** A power spectrum with rings of resolution and its radial profile. */
export async function spectrumFigure(
  spectrum: PowerSpectrum,
  options: SpectrumShowOptions,
): Promise<Figure<SpectrumState>> {
  const text = titled(options.title, describe(spectrum));
  const { spatialFrequencyInvA, power } = spectrum.radial;
  const [frequencyInvA, thinned] = thinColumns([spatialFrequencyInvA, power], profilePoints);
  const state: SpectrumState = {
    _widget: "spectrum-view",
    text,
    shape: [...spectrum.shape],
    pixelSizeA: spectrum.pixelSizeA,
    ringsA:
      options.ringsA === undefined ? ringResolutions(spectrum.pixelSizeA) : requireRings(options.ringsA),
    contrast: options.contrast === undefined ? [1, 99] : requireContrast(options.contrast),
    frequencyInvA: frequencyInvA!,
    power: thinned!,
  };
  const log = await logPower(spectrum, stillSize);
  const looked = await survey(flat(log.plane));
  const still = await spectrumStill({
    heading: text,
    spectrum,
    log,
    survey: looked,
    ringsA: state.ringsA,
    window: {
      low: atPercentile(looked.percentiles, state.contrast[0]),
      high: atPercentile(looked.percentiles, state.contrast[1]),
    },
  });
  const model = openModel(state);
  serveRequests(model, server(keepRecent(spectrum, spectrum.data.byteLength)));
  return { model, bundle: await liveBundle(model, { png: still }, text) };
}

function server(find: () => PowerSpectrum | undefined): (request: RequestMessage) => Promise<Answer> {
  return async ({ what, maxSize = pictureSize }) => {
    if (what !== "image") return { refusal: "a spectrum has an image, no slices" };
    const spectrum = find();
    if (spectrum === undefined) return { refusal: "the spectrum is no longer in memory: run the cell again" };
    const { plane, binning } = await logPower(spectrum, Math.min(maxSize, largestPicture));
    return {
      data: plane.data,
      message: { shape: [...plane.shape], dtype: "f32", offset: 0, scale: 1, binning },
    };
  };
}
