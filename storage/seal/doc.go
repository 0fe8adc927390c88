// Package seal keeps the keys of a store and seals every value in it.
//
// The hierarchy, from the top:
//
//	passphrase --Argon2id--> wrapping key --wraps--\
//	                                                data key, generation n --HKDF--> rows, header mark
//	recovery key (X25519, on paper) --HPKE--wraps--/        |
//	                                                        +--seals--> older generations, index key
//	                                                        +--seals--> one random key per family
//
// A new passphrase wraps the same data key anew; a rotation makes the next generation and keeps the older ones
// readable; destroying a family's key makes what it sealed unreadable. None of the three rewrites a value.
//
// Values are sealed with XChaCha20-Poly1305 under random nonces. The additional data binds the version, the
// generation, the bucket and the key of the row, so that a value moved to another row does not open. Plain texts are
// padded to a few sizes, so that the length of a sealed value says little.
package seal
