// The types of what Tumen calls in libedit, checked against its own header. The library itself is
// opened only at a terminal, so nothing here links to it.
#ifndef TUMEN_CEDITLINE_SHIM_H
#define TUMEN_CEDITLINE_SHIM_H

#include <stdio.h>
#include <editline/readline.h>

typedef char *(*tumen_readline)(const char *);
typedef int (*tumen_add_history)(const char *);
typedef int (*tumen_history_file)(const char *);
typedef void (*tumen_stifle_history)(int);
typedef int (*tumen_parse_and_bind)(const char *);
typedef char *(*tumen_completion_generator)(const char *, int);
typedef char **(*tumen_completion_matches)(const char *, tumen_completion_generator);
typedef char **(*tumen_completion_function)(const char *, int, int);

_Static_assert(__builtin_types_compatible_p(__typeof__(&readline), tumen_readline), "readline");
_Static_assert(__builtin_types_compatible_p(__typeof__(&add_history), tumen_add_history), "add_history");
_Static_assert(__builtin_types_compatible_p(__typeof__(&read_history), tumen_history_file), "read_history");
_Static_assert(__builtin_types_compatible_p(__typeof__(&stifle_history), tumen_stifle_history), "stifle_history");
_Static_assert(__builtin_types_compatible_p(__typeof__(&rl_parse_and_bind), tumen_parse_and_bind), "rl_parse_and_bind");
_Static_assert(__builtin_types_compatible_p(__typeof__(&rl_completion_matches), tumen_completion_matches), "rl_completion_matches");

#endif
