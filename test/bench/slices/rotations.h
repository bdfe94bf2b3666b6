/* Rotations made of noise: nine numbers each, row after row. Unit quaternions of four values. */
#include <math.h>

static float *random_rotations(int count) {
  float *rotations = malloc(9 * (size_t)count * sizeof(float));
  for (int i = 0; i < count; i++) {
    double q[4], norm = 0;
    for (int k = 0; k < 4; k++) {
      q[k] = noise((uint32_t)(4 * i + k));
      norm += q[k] * q[k];
    }
    for (int k = 0; k < 4; k++) q[k] /= sqrt(norm);
    double w = q[0], x = q[1], y = q[2], z = q[3];
    double rows[9] = {1 - 2 * (y * y + z * z), 2 * (x * y - w * z),     2 * (x * z + w * y),
                      2 * (x * y + w * z),     1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
                      2 * (x * z - w * y),     2 * (y * z + w * x),     1 - 2 * (x * x + y * y)};
    for (int k = 0; k < 9; k++) rotations[9 * i + k] = (float)rows[k];
  }
  return rotations;
}
