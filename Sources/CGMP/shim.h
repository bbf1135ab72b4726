#include <gmp.h>

// Function-like macros, which Swift does not import.
static inline mpz_ptr tumen_mpq_numerator(mpq_ptr q) { return mpq_numref(q); }
static inline mpz_ptr tumen_mpq_denominator(mpq_ptr q) { return mpq_denref(q); }
static inline int tumen_mpq_sign(mpq_srcptr q) { return mpq_sgn(q); }

// Two words and a sign: -1, 0 or 1.
static inline void tumen_mpz_set_wide(mpz_ptr z, mp_limb_t high, mp_limb_t low, int sign) {
  mp_ptr limbs = mpz_limbs_write(z, 2);
  limbs[0] = low;
  limbs[1] = high;
  mpz_limbs_finish(z, sign * 2);
}

#include <string.h>
// The free function that belongs to GMP's allocator is reached through a function pointer.
static inline void tumen_gmp_free(char *text) {
  void (*release)(void *, size_t);
  mp_get_memory_functions(NULL, NULL, &release);
  release(text, strlen(text) + 1);
}
