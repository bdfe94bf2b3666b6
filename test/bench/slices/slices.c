/*
 * Central slices of a half spectrum by plain C, one coefficient after the other: read between the samples by straight lines, or
 * added to them with weights. With several threads each reads slices of its own, or adds to planes of its own.
 *
 * slices gather|scatter THREADS PADDED BOX RADIUS SLICES
 */
#include "../serve/serve.h"
#include "rotations.h"
#include <pthread.h>
#include <string.h>

static int threads, padded, box, radius, slices;
static float *grid, *grid_weights, *coefficients, *weights, *rotations;

/* Place in the grid, its origin in the middle of y and z, of the point 0, 0, 0; and steps from row to row and plane to plane. */
static long origin, row, plane;

/* Where a coefficient lies: the sample below it, how far it lies beyond it, and the sign of the imaginary part there. */
struct place {
  int x, y, z;
  float fx, fy, fz, sign;
};

static inline struct place place_of(const float *rotation, int u, int v) {
  float factor = (float)padded / (float)box;
  float x = factor * (rotation[0] * (float)u + rotation[3] * (float)v);
  float y = factor * (rotation[1] * (float)u + rotation[4] * (float)v);
  float z = factor * (rotation[2] * (float)u + rotation[5] * (float)v);
  float sign = 1;
  if (x < 0) {
    x = -x;
    y = -y;
    z = -z;
    sign = -1;
  }
  float x0 = floorf(x), y0 = floorf(y), z0 = floorf(z);
  return (struct place){(int)x0, (int)y0, (int)z0, x - x0, y - y0, z - z0, sign};
}

static inline long sample_of(struct place at) { return origin + at.z * plane + at.y * row + at.x; }

static inline float between(const float *at, struct place p) {
  long y = 2 * row, z = 2 * plane;
  float a = at[0] + (at[2] - at[0]) * p.fx, b = at[y] + (at[y + 2] - at[y]) * p.fx;
  float c = at[z] + (at[z + 2] - at[z]) * p.fx, d = at[z + y] + (at[z + y + 2] - at[z + y]) * p.fx;
  float e = a + (b - a) * p.fy, f = c + (d - c) * p.fy;
  return e + (f - e) * p.fz;
}

static void gather(int first, int last) {
  int half = box / 2 + 1;
  for (int slice = first; slice < last; slice++)
    for (int line = 0; line < box; line++) {
      int v = line < (box + 1) / 2 ? line : line - box;
      float *to = coefficients + 2 * ((long)slice * box + line) * half;
      for (int u = 0; u < half; u++, to += 2) {
        if (u * u + v * v >= radius * radius) {
          to[0] = to[1] = 0;
          continue;
        }
        struct place p = place_of(rotations + 9 * slice, u, v);
        const float *at = grid + 2 * sample_of(p);
        to[0] = between(at, p);
        to[1] = p.sign * between(at + 1, p);
      }
    }
}

static inline void add_to_plane(long at, struct place p, float share, float re, float im, float weight) {
  float shares[4] = {(1 - p.fx) * (1 - p.fy) * share, p.fx * (1 - p.fy) * share, (1 - p.fx) * p.fy * share,
                     p.fx * p.fy * share};
  long corners[4] = {at, at + 1, at + row, at + row + 1};
  for (int corner = 0; corner < 4; corner++) {
    grid[2 * corners[corner]] += shares[corner] * re;
    grid[2 * corners[corner] + 1] += shares[corner] * im;
    grid_weights[corners[corner]] += shares[corner] * weight;
  }
}

/* Adds all slices to planes first ... last - 1. */
static void scatter(int first, int last) {
  int half = box / 2 + 1;
  for (int slice = 0; slice < slices; slice++)
    for (int line = 0; line < box; line++) {
      int v = line < (box + 1) / 2 ? line : line - box;
      long from = ((long)slice * box + line) * half;
      for (int u = 0; u < half; u++, from++) {
        if (u * u + v * v >= radius * radius) continue;
        struct place p = place_of(rotations + 9 * slice, u, v);
        int below = p.z + padded / 2;
        float counts = u == 0 ? 0.5f : 1;
        float re = counts * coefficients[2 * from], im = counts * p.sign * coefficients[2 * from + 1];
        float weight = counts * weights[from];
        long at = sample_of(p);
        if (below >= first && below < last) add_to_plane(at, p, 1 - p.fz, re, im, weight);
        if (below + 1 >= first && below + 1 < last) add_to_plane(at + plane, p, p.fz, re, im, weight);
      }
    }
}

struct part {
  void (*work)(int, int);
  int first, last;
};

static void *run_part(void *given) {
  struct part *part = given;
  part->work(part->first, part->last);
  return NULL;
}

static void in_parts(void (*work)(int, int), int count) {
  pthread_t thread[16];
  struct part parts[16];
  for (int k = 0; k < threads; k++) {
    parts[k] = (struct part){work, k * count / threads, (k + 1) * count / threads};
    if (k > 0) pthread_create(&thread[k], NULL, run_part, &parts[k]);
  }
  run_part(&parts[0]);
  for (int k = 1; k < threads; k++) pthread_join(thread[k], NULL);
}

static void gather_all(void) { in_parts(gather, slices); }
static void scatter_all(void) { in_parts(scatter, padded); }

/* Index, in a half spectrum with its origin at the corner, of the sample (x, y, z) of the grid. */
static uint32_t corner_index(int x, int y, int z) {
  int half = padded / 2, wide = half + 1;
  return (uint32_t)((((z + half) % padded) * padded + (y + half) % padded) * wide + x);
}

/* Noise in the grid, but for 0 in the plane x = 0, where Friedel's law ties samples. */
static void fill_grid(void) {
  for (int z = 0; z < padded; z++)
    for (int y = 0; y < padded; y++)
      for (int x = 1; x <= padded / 2; x++) {
        long at = z * plane + y * row + x;
        uint32_t index = corner_index(x, y, z);
        grid[2 * at] = noise(2 * index);
        grid[2 * at + 1] = noise(2 * index + 1);
      }
}

/* Of sums and weights both, but for the plane x = 0. */
static double check_of_grid(void) {
  double sum = 0;
  for (int z = 0; z < padded; z++)
    for (int y = 0; y < padded; y++)
      for (int x = 1; x <= padded / 2; x++) {
        long at = z * plane + y * row + x;
        uint32_t index = corner_index(x, y, z);
        sum += (double)grid[2 * at] * noise(2 * index) + (double)grid[2 * at + 1] * noise(2 * index + 1);
        sum += (double)grid_weights[at] * noise(index);
      }
  return sum;
}

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  int gathers = strcmp(argv[1], "gather") == 0;
  threads = atoi(argv[2]);
  padded = atoi(argv[3]);
  box = atoi(argv[4]);
  radius = atoi(argv[5]);
  slices = atoi(argv[6]);
  row = padded / 2 + 1;
  plane = row * padded;
  origin = padded / 2 * (plane + row);
  size_t samples = (size_t)(plane * padded), count = (size_t)slices * (size_t)(box * (box / 2 + 1));
  grid = calloc(2 * samples, sizeof(float));
  coefficients = malloc(2 * count * sizeof(float));
  rotations = random_rotations(slices);
  if (gathers) {
    fill_grid();
    gather_all();
    return serve("C", check_of(coefficients, 2 * count), gather_all);
  }
  grid_weights = calloc(samples, sizeof(float));
  weights = malloc(count * sizeof(float));
  fill_with_noise(coefficients, 2 * count);
  for (size_t i = 0; i < count; i++) weights[i] = 1 + noise((uint32_t)i);
  scatter_all();
  return serve("C", check_of_grid(), scatter_all);
}
