/*
 * What every engine in C does. It prepares its work, runs it once, says {"ready": NAME, "check": NUMBER}, and then answers each
 * line of standard input, a number of calls, by {"ms": NUMBER}: the mean milliseconds of that many calls.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Value i of the noise that all engines work on, in [-0.5, 0.5). */
static inline float noise(uint32_t i) {
  i *= 0x9e3779b1u;
  i ^= i >> 15;
  i *= 0x85ebca77u;
  i ^= i >> 13;
  return (float)(i / 4294967296.0 - 0.5);
}

static inline void fill_with_noise(float *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) numbers[i] = noise((uint32_t)i);
}

/* Product of a result with the noise: engines that do the same work agree on it. */
static inline double check_of(const float *result, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += (double)result[i] * noise((uint32_t)i);
  return sum;
}

static inline double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

static inline int serve(const char *name, double check, void (*work)(void)) {
  printf("{\"ready\": \"%s\", \"check\": %.17g}\n", name, check);
  fflush(stdout);
  int calls;
  while (scanf("%d", &calls) == 1) {
    double start = now_ms();
    for (int call = 0; call < calls; call++) work();
    printf("{\"ms\": %.6f}\n", (now_ms() - start) / calls);
    fflush(stdout);
  }
  return 0;
}
