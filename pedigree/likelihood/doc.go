// Package likelihood computes exact genotype likelihoods at one autosomal locus with two alleles, on
// any pedigree: loops, half-siblings, one known parent and identical twins included.
//
// The likelihood of what is known of a family is
//
//	L = Σ_g Π_founders π(g_i) · Π_children τ(g_i | g_mother, g_father) · Π_everyone P(known_i | g_i)
//
// where g_i is the number of risk alleles that person i carries (0, 1 or 2), π is Hardy-Weinberg
// proportion and τ is Mendel's. It is summed by variable elimination in a min-fill order (Lauritzen &
// Spiegelhalter, J R Stat Soc B 1988;50:157-194; for pedigrees Elston & Stewart, Hum Hered
// 1971;21:523-542 and Cannings, Thompson & Skolnick, Adv Appl Probab 1978;10:26-61), forwards for the
// likelihood and backwards for everybody's posterior. In a pedigree without loops this is peeling,
// and its cost grows in proportion to the number of people.
package likelihood
