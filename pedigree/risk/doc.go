// Package risk says what an assessment is: a published model's answer about one person in a family, with
// its working, its source, its validity, the range that vague facts leave, and what would change it. Each
// model is a package of its own below this one; their numbers are files in assets/models, each number with
// its source and how far it was verified. A number that somebody only remembers is in none of them.
//
// This page is for the clinical geneticist who has to decide whether to trust an answer. It says how the
// facts of a family are read, and then for each model what it assumes, for whom it was made, where its
// numbers are from, what was left out and why, and where it is known to disagree with others.
//
// # Three outputs that are never turned into one another
//
// The probability of a variant: the chance that this person carries a pathogenic variant (keys carrier/GENE
// and any). The risk of a cancer: the chance of a first cancer between two ages (risk/CANCER/AGE, risk_by_79,
// lifetime_from_20 and others); net, as if nobody died of anything else, unless it is labelled crude.
// Eligibility: whether published criteria for a test or for surveillance are met (Category). A 10% chance of
// a variant is a threshold for testing and no category of risk; points of a score are neither chance nor risk.
//
// # How facts are read
//
// Blood relatives count through egg and sperm parents, donors included and adopters not; identical twins are
// one genotype. Relatives by marriage count for what they say of the genotypes of their children. Facts told
// in confidence by somebody else are not read. Refuted diagnoses, secondaries and recurrences never count.
// Where the record holds two values of a fact that a model reads, the model cannot tell.
//
// Vague ages. Models of probability and scores give the average over the whole years that an age can mean,
// each equally likely, no diagnosis after the age reached, and beside it the lowest and highest answer; where
// there are too many readings that is a bound which certainly holds them, and is marked so. Criteria are met
// only if they are met on every reading; where readings differ the answer is cannot tell.
//
// Unconfirmed facts count as reported. Each is tried in two more ways: set aside (that fact unknown, every
// other stands) and refuted. Criteria say "met if confirmed"; bsg-colorectal says what the confirmed cancers
// alone come to.
//
// Possible cancers ("?ovarian") are evidence of nothing at that site, for or against, in models of
// probability. Scores leave them out and have them in the range. Criteria take them as open. claus and
// claus-tables cannot tell while a possible cancer would take the family out of their validity.
//
// Relatives not asked about are read as without cancer by every model, and counted beside the answer. "No
// details" and "doesn't know" say nothing in models of probability; scores and criteria can only count what
// is recorded, read them as none, and say so. Groups ("three maternal aunts") and pregnancies say nothing in
// models of probability; a group with a cancer counts as one person in tables, scores and criteria, with a
// warning.
//
// A negative test whose scope is not known lowers nothing in any model. A negative screen of the whole gene
// counts in inherited-breast-ovarian, by the sensitivity of the screen; in lynch it counts for nothing, as no
// sensitivity was verified. A test for the variant known in the family that found nothing excludes it; in
// bsg-colorectal a negative screen does too. A negative founder panel counts in none, as the
// share of carriers that it finds could not be verified. manchester, claus and premm5 read no negative result. A positive result counts
// as germline unless it is said to be of a tumour, and as pathogenic unless its class is below 4.
//
// Tumour results make nobody a carrier. Receptors, grade and histology count in manchester, histology in
// bethesda, hdgc and chompret, HER2 in chompret. Mismatch repair proteins and microsatellites count nowhere.
// A variant of class 3 changes nothing; only cosegregation weighs it.
//
// In-situ disease. Carcinoma in situ of the breast scores in manchester, and in claus, inherited-breast-ovarian,
// pten and the criteria it is no cancer; the first two stop counting healthy years there. In the referral
// criteria of nice-cg164 it leaves the answer open. Lobular carcinoma in situ counts nowhere. A cancer of which
// nobody said whether it was invasive is read as invasive, and that is said.
//
// Fallopian tube and peritoneum. inherited-breast-ovarian and lynch count them as ovarian cancer, and claus and
// claus-tables as outside their validity. manchester and the referral criteria of nice-cg164 could not be
// verified on it, and leave it open. premm5 counts the tube, as the program does from which its list is;
// bethesda counts the ovary alone.
//
// Doubts lists every fact that is missing, vague or unconfirmed, with what it could be, and Effects what each
// alone could do to an answer. Facts of which nothing is recorded are asked for of relatives to the second
// degree, and tried as a cancer at 45, or the age reached before, and as none. The zygosity of twins and the
// invasiveness of a tumour are not tried.
//
// # NICE category (nice-cg164, package nice)
//
// Near population, moderate or high by NICE CG164 (2013, last updated 14 November 2023), for women without
// breast cancer: moderate from a lifetime risk from 20 of 17% or a risk from 40 to 50 of 3%, high from 30% or
// above 8%. It takes the figures of every model that is valid for the woman, uses the highest and says all, and
// those of another program under that program's name until the family changes. A known carrier of a variant in
// BRCA1, BRCA2, TP53, STK11, PTEN or CDH1 is at high risk. The criteria of 1.3.3 are whole, and the reasons to
// seek advice of 1.3.4 but for several cancers at a young age, which is for the clinician; of those from
// secondary to specialist care two and the formal estimate were verified. Surveillance is the mammography that
// the guideline offers, and the NHS very-high-risk programme as its protocol of April 2025 has it; carriers whom
// that takes have it instead.
//
// No category where the figures do not read what is recorded: with a variant in TP53, PTEN, CDH1 or STK11 in a
// relative, unless tests say that the woman does not have it or the figures are high anyway; and with a second
// breast cancer in a relative where inherited-breast-ovarian alone answers and would say near population. A
// criterion for referral that is met, or may be, is said before figures near population. From the age of 80, to
// which the figures go, there is none either.
//
// Read in restatements by NHS services and not in the guideline. That the higher of the two figures decides is
// common practice and was not seen printed. Left out because no source was read: surveillance that is
// only to be considered, MRI outside the NHS programme, the bands for women whose chance of a variant is above
// 30%, chemoprevention, and the thresholds by age and sex of NICE NG241 (2024) for ovarian cancer in the
// family. An age without a line here is an age without a verified line, not one without surveillance.
//
// The models disagree by design: claus explains all clustering by one gene, and inherited-breast-ovarian knows
// eight and calls the rest chance, so that in a family with two young breast cancers the first may be twice
// the second. Neither was calibrated in England.
//
// # Inherited breast and ovarian cancer (inherited-breast-ovarian, packages genes and breastovarian)
//
// BRCA1, BRCA2, PALB2, ATM, CHEK2, RAD51C, RAD51D and BRIP1 as unlinked dominant loci, summed exactly over the
// family; cancers of breast, ovary, pancreas, prostate and male breast, independent given the genotype. For
// living adults; risks to 80 of cancers that the person has not had. Variants of other genes are not in it: one in
// TP53, PTEN, CDH1 or STK11 that the person has, or may have from a relative, leaves no answer, any other a warning.
// Kindred's own sum over published numbers: not CanRisk, BOADICEA, IBIS or BRCAPRO, and not validated against
// them.
//
// Sources: breast and ovary of BRCA1 and BRCA2 carriers, Kuchenbaecker, JAMA 2017, 10.1001/jama.2017.7112 (by
// 80, breast 72% and 69%, ovary 44% and 17%); their other cancers, Li, J Clin Oncol 2022, 10.1200/JCO.21.02112;
// ovarian cancer with BRIP1, Hanson, J Med Genet 2023, 10.1136/jmg-2022-108898; PALB2, Yang, J Clin Oncol 2020,
// 10.1200/JCO.19.01907; RAD51C and RAD51D, Yang, J Natl Cancer Inst 2020, 10.1093/jnci/djaa030; ATM and CHEK2,
// Lee, Genet Med 2016;18:1190; how common variants are and the sensitivity of tests, settings of the CanRisk
// service; everybody's cancers, Scotland 2015 to 2019; deaths of the crude risks, United States. How they are
// joined is in assets/models/README.md.
//
// Left out, because no number was verified: a second breast cancer (the paper's figures were not read,
// and second-hand ones conflict), receptors and grade, what removing the ovaries does to breast cancer, BARD1,
// HOXB13, stomach cancer (wide intervals), the published relative risk of BRIP1 (its risk of 6% by 80 is met
// instead), hormonal and lifestyle factors, density and polygenic scores.
//
// Known disagreements. Breast cancer that clusters without one of the genes is understated. A relative risk
// times the incidence of Scotland gives, by 80 and in per cent, against the papers: BRCA2 pancreas 3.3 in women
// and 4.1 in men (about 2.5); BRCA2 prostate 24 (27); PALB2 breast 55.2 (52.8); PALB2 male breast 0.6 (0.9). A
// constant relative risk would give RAD51C and RAD51D carriers twice the published ovarian cancer by 50 (2.0
// against 1 and 0.8), so that the ratio before 50 is another. Ashkenazi: variants in 2.8% of people (CanRisk),
// where BRCAPRO takes 5.1% and the three founder variants alone are found in about 2.5%; with BRCAPRO's figure
// the chances would be higher. BRCAPRO's own penetrance, run by an independent program of exact likelihood over
// 60 families without cancer, gave a median of 1.027 times BRCAPRO's carrier probability (1.017 to 1.044),
// unexplained; and about 1.3 times where a breast cancer was 20 years ago or more, it seems because BRCAPRO
// counts the years without a second one, as this model does not.
//
// # Manchester score (manchester)
//
// Points towards a BRCA1 or BRCA2 variant in an affected index, the subject or else the nearest affected
// relative: MSS3, Evans, J Med Genet 2017, 10.1136/jmedgenet-2017-104584. Each side of the index's family is
// scored and the higher used. 15 points mean about a 10% chance in the index and 20 about 20%; 10 for one gene
// alone about 10% for that gene. Made from families without Jewish ancestry: not validated in Ashkenazi
// families. Points do not go into a patient's letter.
//
// Where the paper is silent: each primary scores at its own age, two in both breasts included; the pathology is
// that of the index's first invasive breast cancer; a score may be negative. Left out because it could
// not be verified: whether cancer of the tube or the peritoneum counts as ovarian (with one in the family the
// model cannot tell, unless the rest reaches the highest band); leaving out relatives linked through more than
// one unaffected woman over 60, for anything but the points of high-grade serous cancer; MSS1 and MSS2. Two
// live NHS pages differ: one still shows the pathology of 2009.
//
// # Claus model (claus)
//
// One dominant gene on any pedigree; carriers share a normal distribution of ages at breast cancer, non-carriers
// another. Claus, Am J Hum Genet 1991;48:232-242. For women of 20 to 78 without breast cancer, without ovarian,
// male or bilateral breast cancer or a known variant in the family. No other cause of death.
//
// The paper's means and deviations were not at hand: all seven parameters were fitted to the tables of 1994
// (allele 0.0033, printed so; lifetime 92.0% and 10.2%, mean age 55.3 and 69.3 years, deviation 15.3). The women
// studied were white and lived in the United States in 1980 to 1982: by 79 the model's population has 8.0%, where
// Scotland has 11.9% by 80, so that it understates by about a third where few relatives are affected.
// Left out: the manual additions that some UK clinics call extended Claus, which are not published.
//
// # Claus tables (claus-tables, package claustables)
//
// The seven printed tables for one or two affected relatives, the highest of those that fit. Claus, Cancer
// 1994;73:643-651, 10.1002/1097-0142(19940201)73:3<643::AID-CNCR2820730323>3.0.CO;2-5. From the age now by
// (R79 - Rx)/(1 - Rx); between 20 and 29 interpolated from nought. Validity as for claus.
//
// They are a second-hand transcription, and disagree with the model in part: mother and maternal aunt within
// 0.2 percentage points, two first-degree relatives by up to 2.9, because that table exceeds what one dominant
// gene allows. Neither is made to match the other. Fifteen cells of mother and paternal aunt cannot be right and
// give no answer; the columns 50 to 59 and 60 to 69 of one second-degree relative, which are alike from 49 up,
// and nine other cells contradict their neighbours and warn.
//
// # Lynch syndrome (lynch)
//
// Kindred's own sum over MLH1, MSH2 and MSH6, by the method of inherited-breast-ovarian; first cancers of bowel,
// womb and ovary to 70. Carriers: the Prospective Lynch Syndrome Database, Møller, Gut 2017,
// 10.1136/gutjnl-2015-309675, people under colonoscopic surveillance, small counts (MSH6 and bowel cancer: four
// women and two men). Frequencies: Win, Cancer Epidemiol Biomarkers Prev 2017, 10.1158/1055-9965.EPI-16-0693,
// carriers 1 in 1,946, 2,841 and 758; North America and Australia. Surveillance: Monahan (BSG, ACPGBI, UKCGG),
// Gut 2020, 10.1136/gutjnl-2019-319915. For living adults.
//
// PMS2 and EPCAM have too few data: a known variant in one leaves no figure, and for PMS2 ten Broeke, J Clin
// Oncol 2018;36:2961, is quoted. No ovarian cancer in MSH6 carriers and no bowel cancer in PMS2 carriers were
// seen, which is not a risk of nought. Left out: the database's reports of 2018 to 2023, whose tables
// were not reached; tumour tests, no accuracy of which was verified; the sensitivity of a screen; other Lynch
// cancers, which are quoted by 70 and enter no number; gynaecological ages. It is not MMRpro, whose frequencies
// are not public and whose penetrances are under a research licence, and was not validated against it. Other
// designs give other figures, and are not averaged.
//
// # PREMM5 (premm5)
//
// The chance of a variant in MLH1, MSH2 or EPCAM, MSH6 and PMS2 by regression: Kastrinos, J Clin Oncol 2017,
// 10.1200/JCO.2016.69.6120; the coefficients as two independent programs have them. Ages are held within the
// limits of one of these programs; without them a man of 19 with bowel cancer at 18 reads 37.9% instead of
// 26.5%. The authors test from 2.5%; the NHS does not use that.
//
// Both sides are pooled and third-degree relatives not counted. Without a cancer the figure is mostly the
// model's starting point. With two bowel cancers of one's own MSH6 is not estimated: its coefficient is an
// artefact. No published worked example was found; the tests use an independent program. Left out:
// PREMM1,2,6, superseded and its table not found; MMRpredict, whose formula was not verified and which
// overstated in validation.
//
// # Amsterdam criteria (amsterdam)
//
// Amsterdam I (Vasen 1991, Dis Colon Rectum 34:424) and II (Vasen 1999, Gastroenterology 116:1453), all
// conditions; the category is that of II. Half-siblings are second-degree relatives. Polyposis, known or
// possible, is looked for. That both parents of one person are affected counts, with a warning. Many families
// with Lynch syndrome do not meet them. The wording of the Test Directory, which leaves out the first-degree
// relative, is left out.
//
// # Revised Bethesda guidelines (bethesda)
//
// Umar, J Natl Cancer Inst 2004;96:261: which bowel cancers to look at for microsatellite instability. Kept as
// history: NICE DG27 and DG42 look at every bowel and womb cancer.
//
// # Bowel cancer in the family (bsg-colorectal, package bsg)
//
// Average, moderate or high by Monahan, Gut 2020, 10.1136/gutjnl-2019-319915, for people without bowel cancer
// in families in which Lynch syndrome and polyposis are excluded. "First-degree kinship" allows several
// readings: here chains of affected first-degree relatives that reach the person asked about, and the answer
// lists who was counted. That two affected parents count is said by the guideline of 2010, as quoted
// elsewhere; what each side alone comes to stands beside it. Left out: serrated polyposis, multiple
// adenomas and Lynch-like families; the ages for MUTYH, Peutz-Jeghers and juvenile polyposis, not verified.
//
// # Li-Fraumeni syndrome (chompret)
//
// The category is that of the NHS indication R216, conditions 1 to 12 as two test finders of the NHS word them;
// they differ in one (HER2 positive, or triple positive, breast cancer). The Chompret criteria of 2015
// (Bougeard, J Clin Oncol 2015, 10.1200/JCO.2014.59.5728), below 46 and 56 where the NHS has 46 and 56 or
// younger, are said beside it. The current eligibility document was not read. POT1 is not asked.
//
// # PTEN score (pten)
//
// Points of an adult's own features: Tan, Am J Hum Genet 2011, 10.1016/j.ajhg.2010.11.013, table 4. The number of
// points from which a test is advised could not be verified and is not shown. The points of thyroid cancer
// differ between copies of the table, and an answer that uses them says so. Not the criteria of R213, whose
// list of minor features was not had.
//
// # Hereditary diffuse gastric cancer (hdgc)
//
// The criteria of the International Gastric Cancer Linkage Consortium of 2020 (Blair, Lancet Oncol
// 2020;21:e386-e397) as eviQ prints them; the paper was not read. For lobular cancer of both breasts eviQ keeps
// below 50 where the consortium has below 70: between them the answer is cannot tell. Not the NHS R215 rules.
//
// # Familial hypercholesterolaemia (simon-broome, package simonbroome)
//
// Definite and possible by the Simon Broome register, as in NICE CG71; levels are those recorded, on treatment
// or not. Left out: the Dutch score, one row of which and whose correction for statins were not verified.
//
// # Co-segregation (cosegregation)
//
// The full-likelihood Bayes factor for one variant: Thompson, Am J Hum Genet 2003, 10.1086/378100, whose
// printed factors are reproduced. It takes the family as found through one affected carrier: where relatives
// were tested because they were ill it overstates. Penetrance is the option's, else that of the model that has
// the gene, for all its pathogenic variants. One line of evidence for a meeting, and no risk.
//
// # Mendelian risk (mendelian, package locus)
//
// Carrier and recurrence risks at one autosomal or X-linked locus that the asker describes: frequency,
// penetrance by age and sex, new mutation, mosaicism, sensitivity of tests. Elston & Stewart, Hum Hered 1971,
// 10.1159/000152448; Ogino & Wilson, J Mol Diagn 2004, 10.1016/S1525-1578(10)60484-9. Exact, loops and
// consanguinity included; the Bayes table printed is taken from the same sum. Two errors in public tables are
// kept as tests: a healthy brother that raises a lethal X-linked risk, and 2/3 for the sib of an obligate
// carrier, who has 1/2. Left out: linked markers, imprinting, anticipation.
//
// # Models that are not here
//
// IBIS (Tyrer-Cuzick) and BOADICEA: coefficients and baselines are not published as numbers; their results are
// recorded with version, date and author (Elsewhere), and a family is exported to CanRisk. Gail: no ages, no
// ovary, no father's side, not for inherited cancer, not named by CG164. Pancreas and melanoma: no open numbers.
// Eligibility by the National Genomic Test Directory beyond R216 is not in this release.
package risk
