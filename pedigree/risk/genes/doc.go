// Package genes is the core of models with several dominant cancer genes: the chance that somebody carries
// a variant in each of them, given everything that is known of the whole family, and the risks of cancer
// that follow. A model is a file of numbers (see New) and the words that go with it; inherited-breast-ovarian
// and lynch are made of this package.
//
// # Genotypes
//
// Each gene is an autosomal locus with a normal and a risk allele, unlinked to the others. Somebody with one
// or two risk alleles carries. Founders have Hardy-Weinberg proportions with the frequency of their
// ancestry. The sum over all genotypes of the family is exact (pedigree/likelihood) over genotypes of at most
// two risk alleles in a person, or more where results of tests need more, and of a second one in a founder only
// beside a gene that the model marks or in which a variant is known in the family; founders carry each gene as
// often as people do all the same. What is left out is bounded and, where it could matter, said.
// In families with so many loops that this would take too long nobody is given more than one, which is said.
// Both copies of one gene count as one. Descendants of whom nothing is known, and founder couples who only
// stand for unknown parents, are left out of the sum, which changes nothing.
//
// # Cancers
//
// Each cancer has, by sex and genotype, a net hazard h(a) for each year of age a: the rate at which a first
// cancer is found among people alive without it, as if nobody died of anything else. S(a) = exp(-Σ h) over
// the years before a is the chance of reaching age a without it. In a person with variants in two genes the
// higher hazard counts. The hazard of carriers comes from one of
//
//   - a published cumulative risk by age: H = -ln(1 - F) at those ages, joined by a monotone cubic
//     (Fritsch & Carlson, SIAM J Numer Anal 1980;17:238-246). Past the last age the mean hazard of the last
//     interval goes on, and nowhere is it under the population's.
//   - relative risks by age, log-linear between them and constant outside, times the population's hazard.
//   - relative risks that are constant between ages, found so that published cumulative risks are met.
//
// The population's hazard comes from incidence by bands of five years, joined by the same cubic. That of
// non-carriers is what remains of the population's when carriers, at each age in proportion to those still
// without the cancer, are divided out. Cancers are independent of each other given the genotype.
//
// # What is known of a person
//
// With "age" in whole years, the chance of what is known given a genotype is a product over the cancers of
// the person's sex:
//
//	cancer diagnosed at age a            S(a) - S(a+1)
//	no such cancer, age reached a        S(a)
//	organ removed at a, or disease of    S(a), and nothing after
//	  it in situ or borderline at a
//	cancer possible but not certain      1 for that cancer
//	no details, "doesn't know"           1 for every cancer that is not recorded
//	nobody asked, age known              as no such cancer, and listed as a doubt
//	groups, pregnancies, unknown sex     1
//
// Vague facts are averaged: the mean of that product over all combinations of the ages that the person's
// facts can mean together, no diagnosis or operation after the age reached, each equally likely. Second
// primaries of a site and what a tumour looked like are not used.
//
// A positive germline result leaves the genotypes that carry the gene. A negative screen multiplies carriers
// by 1 - s with the gene's sensitivity s; a test for the family's variant that found nothing excludes the
// gene where a relative has a variant of it. A negative founder panel (no share of carriers that it finds could
// be verified), a negative test of unknown scope, a result from a tumour and a variant of uncertain
// significance change nothing.
//
// # The answer
//
// With W(g) the probability of all that is known of the others and of the subject's genotype g, and R(g) the
// chance of what is known of the subject given g, every value is Σ W·A / Σ W·R with A the part of R that the
// value counts: carriers of a gene, or R times the chance of the cancer before an age. The range over all
// readings of vague facts goes through their combinations, up to 4,096. Beyond that it is a bound: each
// person's readings are put into boxes, more for those who matter more, and each box keeps the lowest and the
// highest ratio of each genotype's chance to that of a reference genotype. For each combination of boxes W lies
// between what all lowest and all highest ratios give, and a value's extremes follow because it is monotone in
// each W(g). What a single fact could do follows from two propagations, one with the subject carrying: in each
// the probability is linear in the chances of what is known of one person.
//
// Crude risks allow for death of something else, at the rate of a table, whatever the genotype.
package genes
