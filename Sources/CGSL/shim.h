#include <gsl/gsl_cdf.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_version.h>

// Swift cannot see extern pointers to const generators as values: an accessor.
static inline const gsl_qrng_type *tumen_gsl_qrng_sobol(void) { return gsl_qrng_sobol; }
static inline const gsl_odeiv2_step_type *tumen_gsl_odeiv2_rk8pd(void) {
  return gsl_odeiv2_step_rk8pd;
}
