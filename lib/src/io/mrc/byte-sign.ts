import { wordAt } from "./header.js";

/** "IMOD" as the word that marks IMOD's own files. */
const imodStamp = 1146047817;
const signedFlag = 1;

/**
 * Whether mode 0 holds signed bytes. MRC2014 says signed; files of IMOD say it in a flag; older programs wrote unsigned
 * bytes, which shows where the header's maximum lies above 127.
 */
export function byteSign(head: DataView, littleEndian: boolean, warnings: string[]): "signed" | "unsigned" {
  if (head.getInt32(wordAt.imodStamp, littleEndian) === imodStamp) {
    return (head.getInt32(wordAt.imodFlags, littleEndian) & signedFlag) !== 0 ? "signed" : "unsigned";
  }
  const min = head.getFloat32(wordAt.statistics, littleEndian);
  const max = head.getFloat32(wordAt.statistics + 4, littleEndian);
  if (min >= 0 && max > 127 && max <= 255) {
    warnings.push(`mode 0 with DMAX ${max}: read as unsigned bytes`);
    return "unsigned";
  }
  return "signed";
}
