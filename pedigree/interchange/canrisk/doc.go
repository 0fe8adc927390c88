// Package canrisk reads CanRisk 1 to 4 and BOADICEA 4 pedigree files and writes CanRisk 4.
//
// One line is one person, in columns parted by white space: FamID, Name, Target, IndivID, FathID,
// MothID, Sex, MZtwin, Dead, Age, Yob, BC1, BC2, OC, PRO, PAN, Ashkn, one "type:result" for each
// gene, and "ER:PR:HER2:CK14:CK56" of the first breast cancer. Lines "##name=value" before a family
// hold risk factors of its target. The rules are those of the CanRisk web service
// (github.com/CCGE-BOADICEA/bws); where it would refuse a value that has only one meaning, such as a
// cancer without a year of birth, the reader takes it and lists it.
package canrisk
