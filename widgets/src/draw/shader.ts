/** One triangle that covers the viewport; `at` runs from 0 to 1, y downwards as in a picture. */
export const vertexShader = `#version 300 es
out vec2 at;
void main() {
  vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  at = vec2(corner.x, 1.0 - corner.y);
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

/**
 * Contrast and colour of one pixel. Enlarged pictures are interpolated between pixel centres, reduced ones averaged over what a
 * screen pixel covers, both before contrast, so that the result does not depend on the order of zoom and contrast.
 */
export const fragmentShader = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D stored;
uniform sampler2D colours;
uniform vec4 source;
uniform vec2 targetSize;
uniform vec2 limits;
uniform int taps;
in vec2 at;
out vec4 colour;

float fetch(ivec2 p) {
  return texelFetch(stored, clamp(p, ivec2(0), textureSize(stored, 0) - 1), 0).r;
}
float enlarged(vec2 p) {
  vec2 q = p - 0.5;
  ivec2 corner = ivec2(floor(q));
  vec2 f = q - floor(q);
  float top = mix(fetch(corner), fetch(corner + ivec2(1, 0)), f.x);
  float bottom = mix(fetch(corner + ivec2(0, 1)), fetch(corner + ivec2(1, 1)), f.x);
  return mix(top, bottom, f.y);
}
float reduced(vec2 p, vec2 footprint) {
  float sum = 0.0;
  for (int j = 0; j < taps; j++) {
    for (int i = 0; i < taps; i++) {
      vec2 offset = (vec2(float(i), float(j)) + 0.5) / float(taps) - 0.5;
      sum += fetch(ivec2(floor(p + offset * footprint)));
    }
  }
  return sum / float(taps * taps);
}
void main() {
  vec2 p = source.xy + at * source.zw;
  vec2 size = vec2(textureSize(stored, 0));
  if (p.x < 0.0 || p.y < 0.0 || p.x >= size.x || p.y >= size.y) discard;
  float value = taps == 1 ? enlarged(p) : reduced(p, source.zw / targetSize);
  float t = (value - limits.x) / (limits.y - limits.x);
  if (!(t >= 0.0)) t = 0.0;
  colour = vec4(texelFetch(colours, ivec2(int(min(t, 1.0) * 255.0 + 0.5), 0), 0).rgb, 1.0);
}`;

/** Samples a screen pixel takes along an axis that covers `footprint` pixels of the picture; 1 means interpolate. */
export function tapsFor(footprint: number): number {
  return footprint <= 1 ? 1 : Math.min(8, Math.ceil(footprint) + 1);
}
