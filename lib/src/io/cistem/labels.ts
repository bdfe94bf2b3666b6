/**
 * Columns of cisTEM's tables, in the order of their bits in its binary form: the names that its STAR files have, without `cisTEM`.
 * (cisTEM, `cistem_parameters.h`.)
 */
export const binaryColumns: readonly string[] = [
  ...["PositionInStack", "ImageActivity", "AnglePsi", "XShift", "YShift", "Defocus1", "Defocus2"],
  ...["DefocusAngle", "PhaseShift", "Occupancy", "LogP", "Sigma", "Score", "ScoreChange", "PixelSize"],
  ...["MicroscopeVoltagekV", "MicroscopeCsMM", "AmplitudeContrast", "BeamTiltX", "BeamTiltY", "ImageShiftX"],
  ...["ImageShiftY", "AngleTheta", "AnglePhi", "StackFilename", "OriginalImageFilename"],
  ...["Reference3DFilename", "Best2DClass", "BeamTiltGroup", "ParticleGroup", "PreExposure", "TotalExposure"],
  ...["AssignedSubset", "OriginalXPosition", "OriginalYPosition"],
];

/** What Frealign calls columns that cisTEM has under another name. */
export const frealignNames: Readonly<Record<string, string>> = {
  C: "cisTEMPositionInStack",
  NO: "cisTEMPositionInStack",
  PSI: "cisTEMAnglePsi",
  THETA: "cisTEMAngleTheta",
  PHI: "cisTEMAnglePhi",
  SHX: "cisTEMXShift",
  SHY: "cisTEMYShift",
  DF1: "cisTEMDefocus1",
  DF2: "cisTEMDefocus2",
  ANGAST: "cisTEMDefocusAngle",
  PSHIFT: "cisTEMPhaseShift",
  OCC: "cisTEMOccupancy",
  LOGP: "cisTEMLogP",
  "-LOGP": "minusLogP",
  SIGMA: "cisTEMSigma",
  SCORE: "cisTEMScore",
  CHANGE: "cisTEMScoreChange",
};

const pose = ["C", "PSI", "THETA", "PHI", "SHX", "SHY", "MAG", "FILM", "DF1", "DF2", "ANGAST"] as const;
const likelihood = ["OCC", "LOGP", "SIGMA", "SCORE", "CHANGE"] as const;

/** The columns of a file of Frealign that does not name them, by how many there are: of versions 8, 9, and 9.11 with cisTEM. */
export const unnamedColumns: Readonly<Record<number, readonly string[]>> = {
  12: [...pose, "PRESA"],
  13: [...pose, "PRESA", "DPRES"],
  16: [...pose, ...likelihood],
  17: [...pose, "PSHIFT", ...likelihood],
};
