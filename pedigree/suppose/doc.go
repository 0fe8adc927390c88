// Package suppose puts facts that nobody has recorded into a copy of a family, for asking what an answer
// would be if they were so: a test result, a cancer, an age, a report that confirms or refutes. The
// family itself is never changed.
package suppose
