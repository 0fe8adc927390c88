package terms

import "kindred/pedigree"

// conditionTable is what people call cancers. The first word of a row is the shorthand that counsellors
// write; all of them are read with and without "ca" or "cancer". A word behind "ca " is read only with
// it: "female" alone is no illness.
//
// Vague rows are those whose word does not say which cancer it was: a "liver" or "bone" cancer in a
// relative has mostly spread from elsewhere. An abdominal one is a cancer of unknown primary.
var conditionTable = []struct {
	Condition
	words string
}{
	{at(pedigree.Breast), "br|breast|breasts|bc|mammary"},
	{at(pedigree.Ovary), "ov|ovary|ovaries|ovarian|oc"},
	{at(pedigree.FallopianTube), "ft|fallopian tube|fallopian|ca tube|tubal|fallopian tubes"},
	{at(pedigree.Peritoneum), "peritoneum|peritoneum|peritoneal|primary peritoneal"},
	{at(pedigree.Colorectum), "crc|bowel|colon|rectum|rectal|colorectal|large bowel|back passage|caecum|sigmoid|bowels|colorectum"},
	{at(pedigree.Endometrium), "ec|endometrial|endometrium|womb|uterus|uterine|lining of the womb"},
	{at(pedigree.Cervix), "cx|cervix|cervical|neck of the womb"},
	{at(pedigree.Prostate), "prost|prostate|prostatic"},
	{at(pedigree.Pancreas), "panc|pancreas|pancreatic"},
	{at(pedigree.Stomach), "gastric|stomach"},
	{Condition{Site: pedigree.Stomach, Histology: "diffuse"}, "dgc|diffuse gastric|diffuse stomach|linitis plastica"},
	{at(pedigree.SmallBowel), "small bowel|small intestine|duodenum|duodenal|jejunum|ileum"},
	{at(pedigree.BileDuct), "cholangio|bile duct|cholangiocarcinoma|biliary"},
	{at(pedigree.Kidney), "rcc|kidney|renal|kidneys"},
	{at(pedigree.Bladder), "blad|bladder"},
	{at(pedigree.UpperUrinaryTract), "utuc|ureter|ureteric|renal pelvis"},
	{at(pedigree.Lung), "lung|lung|lungs|bronchus"},
	{at(pedigree.Brain), "glioma|brain|glioblastoma|gbm|astrocytoma|cns"},
	{at(pedigree.Melanoma), "mel|melanoma|malignant melanoma"},
	{at(pedigree.Thyroid), "thy|thyroid"},
	{at(pedigree.Sarcoma), "sarc|sarcoma|osteosarcoma|soft tissue sarcoma|leiomyosarcoma|liposarcoma|rhabdomyosarcoma|ewing"},
	{at(pedigree.Leukaemia), "leuk|leukaemia|leukemia|aml|cml|cll"},
	{at(pedigree.Lymphoma), "nhl|lymphoma|hodgkin|hodgkins|hodgkin's|non hodgkin|non hodgkins|non hodgkin's|hodgkin lymphoma|hodgkins lymphoma|hodgkin's lymphoma|non hodgkin lymphoma|non hodgkins lymphoma|non hodgkin's lymphoma"},
	{at(pedigree.Adrenal), "acc|adrenal|adrenocortical|adrenal gland"},
	{at(pedigree.Polyps), "polyp|polyps|polyp|adenoma|adenomas|bowel polyps|colonic polyps"},
	{at(pedigree.UnknownPrimary), "cup|unknown primary|primary unknown"},

	{Condition{Site: pedigree.Breast, Behaviour: pedigree.InSitu, Histology: "ductal"}, "dcis|ductal carcinoma in situ"},
	{Condition{Site: pedigree.Breast, Behaviour: pedigree.InSitu, Histology: "lobular"}, "lcis|lobular carcinoma in situ"},
	{Condition{Site: pedigree.Breast, Histology: "ductal"}, "idc|ductal|ductal breast"},
	{Condition{Site: pedigree.Breast, Histology: "lobular"}, "ilc|lobular|lobular breast"},
	{Condition{Site: pedigree.Ovary, Histology: "high-grade serous"}, "hgsoc|hgsc|high grade serous ovarian|high grade serous"},

	{at("oesophageal cancer"), "oes|oesophagus|oesophageal|esophagus|gullet|food pipe"},
	{at("throat cancer"), "throat|larynx|laryngeal|voice box|pharynx"},
	{at("mouth cancer"), "mouth|tongue|oral"},
	{at("testicular cancer"), "testis|testicular|testicle|testicles"},
	{at("vulval cancer"), "vulva|vulval"},
	{at("gallbladder cancer"), "gallbladder|gall bladder"},
	{at("basal cell carcinoma"), "bcc|basal cell|rodent ulcer"},
	{at("squamous cell carcinoma of the skin"), "scc|squamous skin"},
	{at("myeloma"), "myeloma|multiple myeloma"},
	{at("mesothelioma"), "meso|mesothelioma"},
	{at("neuroblastoma"), "neuroblastoma"},
	{at("retinoblastoma"), "retinoblastoma"},
	{at("Wilms tumour"), "wilms|wilms tumour|wilms tumor|wilms' tumour"},
	{at("phaeochromocytoma"), "phaeo|phaeochromocytoma|pheochromocytoma"},
	{at("paraganglioma"), "pgl|paraganglioma"},

	{vague("skin cancer", "melanoma", "bcc", "scc"), "skin"},
	{vague("blood cancer", "leukaemia", "lymphoma", "myeloma"), "blood"},
	{vague("liver cancer", "liver primary", "liver secondary"), "liver|hepatic"},
	{at("primary liver cancer"), "hcc|liver primary|hepatocellular"},
	{vague("melanoma or myeloma", "melanoma", "myeloma"), "mm"},
	{vague("bone cancer", "sarcoma", "myeloma", "bone secondary"), "bone|bones"},
	{vague("gynaecological cancer", "ovary", "womb", "cervix"), "ca gynae|gynaecological|ca female|ca women's|ca womens|ca down below"},
	{at(pedigree.UnknownPrimary), "abdo|abdominal|ca abdomen|ca tummy|ca stomach area|ca belly|ca pelvic|ca pelvis|ca inside|ca insides"},
}

func at(site pedigree.Site) Condition { return Condition{Site: site} }

func vague(name pedigree.Site, mayBe ...string) Condition {
	return Condition{Site: name, MayBe: mayBe}
}
