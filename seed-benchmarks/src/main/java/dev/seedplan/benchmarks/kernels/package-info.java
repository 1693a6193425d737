/** What a value costs: JMH over draws, permutations, dictionaries, encoders and apportionment, without a server. */
@NullMarked
package dev.seedplan.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
