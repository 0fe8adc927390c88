// Package risk says what an assessment is: a published model's answer about one person in a family, with
// its working, its source, its validity, the range that vague facts leave, and what would change it. Each
// model is a package of its own below this one; their numbers are files in assets/models, each number with
// its source and how far it was verified. A number that somebody only remembers is in none of them.
//
// The chance of a variant, the risk of a cancer and whether a test is offered are three different answers,
// and no model turns one into another.
//
// # What is read of a family
//
// Blood relatives through egg and sperm parents, donors included; identical twins are one genotype. Facts
// told in confidence by somebody else are not read, nor are refuted diagnoses, secondaries and recurrences.
// A cancer that is only possible is evidence of nothing at that site, for or against. "No details" and
// "doesn't know" say nothing; asked and none is evidence; not asked is read as none, and said. A vague age
// is averaged, exactly, over the whole years that it can mean, each equally likely and possible for the
// person. A diagnosis or an operation is never after the age reached. Ages move to the day asked for.
// A negative test of unknown scope lowers nothing, a tumour's result makes nobody a carrier, and a variant
// of class 3 changes nothing.
//
// Where the record holds two values of a fact that a model reads, the model cannot tell. Outside the people
// for whom a model was made it does not apply, and gives no number.
//
// # What is not certain
//
// The range is the lowest and highest answer over the joint readings of all vague facts. Where there are too
// many to go through it is a bound that certainly contains them, and marked so.
//
// Doubts lists every fact that is missing, vague or unconfirmed, with what it could be, and Effects what each
// alone could do to an answer. An unconfirmed diagnosis or result is tried three ways: as reported, which is
// the answer; set aside, where that fact is unknown and every other stands; and refuted. Facts of which
// nothing is recorded are asked for of relatives to the second degree, and tried as an early cancer and as
// none. The zygosity of twins and the invasiveness of a tumour are not tried.
//
// # Claus (claus)
//
// One dominant gene on any pedigree; carriers of one or two risk alleles share a normal distribution of ages
// at breast cancer, non-carriers another (Claus 1991). Parameters: fitted to the seven tables of 1994, which
// the published third decimals could not be checked against. For women of 20 to 78 without breast cancer and
// with no ovarian, male or bilateral breast cancer and no known variant in the family. United States,
// 1980 to 1982: today's risk in England is understated by about a third where few relatives are affected.
// Range: exact over every combination of up to twelve vague facts, beyond that a bound.
//
// # Claus tables (claustables)
//
// The seven printed tables of one or two affected relatives (Claus 1994), the highest of those that fit, as is
// usual; interpolated from nought at 20 to the first printed age, 29. Cells that cannot be right give no
// answer, those that contradict their neighbours a warning. Not forced to agree with the model.
//
// # Manchester score (manchester)
//
// MSS3 (Evans 2017): points towards BRCA1 and BRCA2 on one side of the family from an affected index, both
// sides scored and the higher used, with pathology. Not validated in Ashkenazi families. Each primary is scored
// at its own age, two in both breasts included, which the paper does not say in words. Not implemented:
// counting cancers of the tube and the peritoneum as ovarian, and leaving out relatives linked through
// unaffected women for anything but ovarian pathology, neither of which could be verified; MSS1 and MSS2.
//
// # NICE category (nice)
//
// CG164: near population, moderate or high, from the lifetime risk from 20 and the risk from 40 to 50 of every
// model that is valid for the woman, the highest used and all said; results of other programs under their
// names until the family changes; known carriers of the genes that the guideline names. The criteria for
// referral to secondary care and the reasons to seek advice are whole; of those for specialist care only two
// and the formal estimate were verified. Surveillance: mammography that is offered, and the NHS very-high-risk
// programme of 2025. Not implemented, for want of a verified source: surveillance to be considered, MRI outside
// that programme, chemoprevention, the thresholds by age of NG241.
//
// # Inherited breast and ovarian cancer (genes, breastovarian)
//
// Eight genes by exact sums over the family, from published open numbers; carriers' hazards from prospective
// cohorts and relative risks, the population's from registrations. Kindred's own, and not BOADICEA, IBIS or
// BRCAPRO, whose polygenic, hormonal and pathology terms are not published as numbers. Breast cancer that
// clusters without one of the eight genes is understated. Not implemented for want of a verified number:
// contralateral cancer, receptors and grade, the effect of oophorectomy on breast cancer, BARD1, HOXB13.
//
// # Lynch syndrome (lynch, premm5, amsterdam, bethesda, bsg)
//
// lynch is Kindred's own sum over MLH1, MSH2 and MSH6 with the first cancers of the Prospective Lynch Syndrome
// Database 2017, in people under surveillance; PMS2 and EPCAM have too few data, and tumour tests no verified
// accuracy. PREMM5 (Kastrinos 2017) is a regression with the authors' limits of age; it pools the two sides.
// Amsterdam I and II, revised Bethesda (kept as history: every tumour is tested today) and the categories of
// BSG, ACPGBI and UKCGG 2020 are asked as criteria. Not implemented: PREMM1,2,6 and MMRpredict, whose tables
// could not be verified; MMRpro, whose numbers are under a research licence.
//
// # Criteria (criteria, chompret, hdgc, pten, simonbroome)
//
// Met, met if confirmed, not met, or cannot tell, and by whom. Every fact holds on no reading, on some, on all
// as reported, or confirmed; the criteria only ask for more, so that the answer is exact. TP53 (NHS R216, with
// Chompret 2015), CDH1 (IGCLC 2020), the Cleveland Clinic PTEN score without its threshold, which could not be
// verified, and the Simon Broome register.
//
// # Mendelian and co-segregation (mendelian, cosegregation, locus)
//
// One autosomal or X-linked locus that the asker describes: frequency, penetrance by age and sex, new mutation,
// sensitivity of tests. The posterior is exact, loops and consanguinity included, and the Bayes table printed
// is taken from it. Co-segregation is the full-likelihood Bayes factor of Thompson 2003. Not implemented:
// linked markers, imprinting, anticipation.
package risk
