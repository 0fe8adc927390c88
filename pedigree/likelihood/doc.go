// Package likelihood computes exact genotype likelihoods on any pedigree: loops, half-siblings, one
// known parent and identical twins included; at one locus or at several unlinked ones, autosomal or on
// the X chromosome, with new risk alleles if asked.
//
// The likelihood of what is known of a family is
//
//	L = Σ_g Π_founders π(g_i) · Π_children τ(g_i | g_mother, g_father) · Π_everyone P(known_i | g_i)
//
// where g_i is how many risk alleles person i carries at each locus, π is Hardy-Weinberg proportion at
// each, and τ is Mendel's. It is summed by variable elimination in a min-fill order (Lauritzen &
// Spiegelhalter, J R Stat Soc B 1988;50:157-194; for pedigrees Elston & Stewart, Hum Hered
// 1971;21:523-542 and Cannings, Thompson & Skolnick, Adv Appl Probab 1978;10:26-61), forwards for the
// likelihood and backwards for everybody's posterior and message. In a pedigree without loops this is
// peeling, and its cost grows in proportion to the number of people.
//
// A Space lists the genotypes, a Net is a family made ready for it, and Solve answers one question with
// a Solution. A Focus is a Solution seen from one person, in which single facts are replaced by going
// only the way from there to that person. A Plan is the short form for one autosomal locus with its
// three genotypes; it runs on the same tables.
//
// # Several loci
//
// With k loci there are 3^k genotypes, and almost all of the probability lies on the few that have one
// or two risk alleles. A Space can be told to leave the others out (as the R package PanelPRO does;
// Madsen et al, 2018, call it peeling and paring): eight loci with at most two risk alleles have 45
// genotypes, of which founders with at most one have nine. What is left out is not spread over the
// rest; Solution.Lost says how much it is. A founder whose own data ask for more gets more.
//
// Mendel's τ for three people with 45 genotypes has 91,125 numbers, of which few are not zero. It is
// made from what each parent can put into an egg or a sperm, kept as the list of those that are not
// zero, and shared by all children of the same kind.
//
// # Cost
//
// Where cousins marry, three people share a table that no trio thins out; there it is a product of
// matrices, and the table is never gone through.
//
// The tables of a clique of w+1 people grow with the power w+1 of the number of genotypes; w is 2
// without loops. Cost tells their size before anything is built. Beyond a limit the genotypes of people
// who close loops are taken as given, one combination after the other, and the runs added up; beyond
// another the question is refused with ErrTangled.
package likelihood
