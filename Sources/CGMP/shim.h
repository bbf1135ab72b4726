#include <gmp.h>

// Function-like macros, which Swift does not import.
static inline mpz_ptr tumen_mpq_numerator(mpq_ptr q) { return mpq_numref(q); }
static inline mpz_ptr tumen_mpq_denominator(mpq_ptr q) { return mpq_denref(q); }
static inline int tumen_mpq_sign(mpq_srcptr q) { return mpq_sgn(q); }

#include <string.h>
// The free function that belongs to GMP's allocator is reached through a function pointer.
static inline void tumen_gmp_free(char *text) {
  void (*release)(void *, size_t);
  mp_get_memory_functions(NULL, NULL, &release);
  release(text, strlen(text) + 1);
}
