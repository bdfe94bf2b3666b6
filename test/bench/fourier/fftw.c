/*
 * FFTW in single precision by a measured plan, forward, between buffers that stand ready.
 *
 * fftw real|complex THREADS BATCH SIZE ...
 */
#include "../serve/serve.h"
#include <fftw3.h>
#include <string.h>

static fftwf_plan plan;

static void transform(void) { fftwf_execute(plan); }

int main(int argc, char **argv) {
  if (argc < 5 || argc > 7) return 2;
  int real = strcmp(argv[1], "real") == 0;
  int threads = atoi(argv[2]), batch = atoi(argv[3]);
  int axes = argc - 4, sizes[3], half[3];
  size_t from_one = 1, to_one = 1;
  for (int axis = 0; axis < axes; axis++) {
    sizes[axis] = atoi(argv[4 + axis]);
    half[axis] = real && axis == axes - 1 ? sizes[axis] / 2 + 1 : sizes[axis];
    from_one *= (size_t)sizes[axis];
    to_one *= (size_t)half[axis];
  }
  size_t from_count = from_one * (size_t)batch * (real ? 1 : 2), to_count = 2 * to_one * (size_t)batch;
  float *from = fftwf_malloc(from_count * sizeof(float));
  float *to = fftwf_malloc(to_count * sizeof(float));

  if (threads > 1) {
    fftwf_init_threads();
    fftwf_plan_with_nthreads(threads);
  }
  plan = real ? fftwf_plan_many_dft_r2c(axes, sizes, batch, from, NULL, 1, (int)from_one, (fftwf_complex *)to,
                                        NULL, 1, (int)to_one, FFTW_MEASURE)
              : fftwf_plan_many_dft(axes, sizes, batch, (fftwf_complex *)from, NULL, 1, (int)from_one,
                                    (fftwf_complex *)to, NULL, 1, (int)to_one, FFTW_FORWARD, FFTW_MEASURE);
  fill_with_noise(from, from_count);
  transform();
  return serve(fftwf_version, check_of(to, to_count), transform);
}
