// Package locus reads the condition that the models mendelian and cosegregation are asked about, and turns
// it and a family into what package likelihood sums over: founder proportions, and for each person the
// probability of what is known of them given the number of risk alleles they carry (0, 1 or 2; a man has 0
// or 1 of an X-linked one).
//
// The option is one JSON object. Every key of the `likelihood` command's MODEL means the same here:
//
//	allele_frequency  frequency of the risk allele among founders, 0 to 1
//	penetrance        chance of ever being affected with 0, 1 and 2 risk alleles
//	phenotypes        {"4":"affected","5":"unaffected"}; everybody else is unknown
//	genotypes         {"7":1}: the number of risk alleles of somebody, known for certain
//
// and these may be added, all of them optional:
//
//	affected, unaffected ["4"], ["5"]: the same as phenotypes
//	condition            its name; where phenotypes are not given, whose diagnosis is of this name is
//	                     affected, and the plain affected and well answers of the others are read
//	gene                 whose test results and carrier states in the family are read
//	inheritance          "autosomal dominant" (AD), "autosomal recessive" (AR) or "x-linked" (XL); gives the
//	                     penetrance where that is absent: [0,1,1], [0,0,1], for X-linked women [0,0,1], men [0,1];
//	                     absent itself, it is autosomal, and recessive where one risk allele does as much as none
//	carrier_frequency    instead of allele_frequency: the carriers' share, of the unaffected where the
//	                     inheritance is recessive, q = c/(2-c), of the women where X-linked and of all where not
//	carrier_frequencies  {"12":0.05}: the same for founders from another population
//	penetrance_male      penetrance in men: 3 numbers, or for an X-linked locus 2
//	by_age               [{"age":40,"penetrance":[0,0.2,0.2],"penetrance_male":[...]}, ...]: cumulative risk by
//	                     the end of that year of age, 0 before birth, linear between; takes the place of penetrance
//	classes, class       [[f0,f1,f2], ...] and {"4":1}: liability classes, numbered from 1, and who is in which
//	mutation             {"mother":1e-5,"father":3e-5}: chance that an egg or a sperm carries a new risk allele
//	fitness              children of the affected relative to others, 0 to 1; with 0 no parent is affected
//	mosaicism            observed recurrence after an affected child when neither parent's blood shows the variant
//	detection            share of risk alleles that a test finds, 0 to 1
//	tests                {"5":{"result":"negative","detection":0.9}}; a detection of its own goes before the general one
//	carriers             ["7"]: exactly one risk allele
//	noncarriers          ["8"]: none
//	variant              of that gene, as reported, whose results cosegregation counts
//	proband              through whom the family was found (cosegregation)
//	partner              with whom the next child would be, where several partners are recorded
//
// Without a frequency, mutation and fitness give it at the equilibrium of mutation and selection: carriers
// among women (2u+2v+2fu)/(1-f) for an X-linked condition whose carriers are well, and (u+v)/(1-f) of all
// people for a dominant one; u is the mother's and v the father's rate, f the fitness. With f = 0 and u = v
// that is Haldane's 4u of women (J Genet 1935;31:317-326).
package locus
