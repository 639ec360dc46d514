//! What opens a protected board: a passphrase, or the key that the cipher's own derivation makes of it.
//!
//! SQLCipher's file begins with sixteen bytes of salt where a plain one says "SQLite format 3". The key is
//! PBKDF2-HMAC-SHA512 over passphrase and salt with 256,000 rounds, which is what SQLCipher 4 does with a passphrase; it
//! is done once here, because each connection would do it again. So any SQLCipher opens the file with the passphrase.

use std::{
    fmt,
    fs::File,
    io::{ErrorKind, Read},
    path::Path,
};

use openssl::{hash::MessageDigest, pkcs5::pbkdf2_hmac, rand::rand_bytes};
use pledgeboard_domain::{Code, Refusal};
use sha2::{Digest, Sha256};

use crate::error::StoreError;

/// SQLCipher 4's own figure: <https://www.zetetic.net/sqlcipher/sqlcipher-api/#kdf_iter>.
const ROUNDS: usize = 256_000;
/// SQLCipher 4's page, in bytes: a protected file is a number of whole ones.
const PAGE: u64 = 4096;
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// What the words on a recovery sheet begin with, so that they are never taken for a passphrase.
const RECOVERY: &str = "PLEDGE";

/// The key of one protected file. Never shown, never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    bytes: [u8; 32],
    salt: [u8; 16],
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// How a board's file lies on the disk, told by its first sixteen bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    Plain,
    /// With the salt of its key.
    Protected([u8; 16]),
}

impl Lock {
    /// How the file at `path` lies there. For a board that is open here, ask [`crate::Store::lock`]: to close this file
    /// again lets go of the locks that SQLite holds on it, and other programs would take the board for closed.
    ///
    /// # Errors
    /// When it cannot be read, or is neither: no board of either kind.
    pub fn of(path: &Path) -> Result<Self, StoreError> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut head = [0_u8; 16];
        match file.read_exact(&mut head) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(not_a_board().into()),
            Err(error) => Err(error.into()),
            Ok(()) if &head == PLAIN => Ok(Self::Plain),
            Ok(()) if length.is_multiple_of(PAGE) => Ok(Self::Protected(head)),
            Ok(()) => Err(not_a_board().into()),
        }
    }

    /// What a keychain may call the key of a protected file: its salt, wherever the file lies. None for a plain one.
    pub fn name(self) -> Option<String> {
        match self {
            Self::Plain => None,
            Self::Protected(salt) => Some(hex(&salt)),
        }
    }
}

impl Key {
    /// A new key for a new passphrase, with a salt of its own.
    pub fn fresh(passphrase: &str) -> Result<Self, StoreError> {
        let mut salt = [0_u8; 16];
        rand_bytes(&mut salt).map_err(cipher)?;
        // A salt that reads as a plain file's head would be taken for one; once in 2^128.
        if &salt == PLAIN {
            return Self::fresh(passphrase);
        }
        Self::derive(passphrase, salt)
    }

    /// The key that a passphrase, or the words on a recovery sheet, give for the file with this salt.
    pub fn of_words(words: &str, salt: [u8; 16]) -> Result<Self, StoreError> {
        match recovered(words) {
            Some(bytes) => Ok(Self { bytes, salt }),
            None => Self::derive(words, salt),
        }
    }

    /// As [`Key::of_words`], for the file at `path`; nothing for a plain one.
    pub fn for_file(path: &Path, words: &str) -> Result<Option<Self>, StoreError> {
        Self::for_lock(Lock::of(path)?, words)
    }

    /// As [`Key::of_words`], for a file that lies so; nothing for a plain one.
    pub fn for_lock(lock: Lock, words: &str) -> Result<Option<Self>, StoreError> {
        match lock {
            Lock::Plain => Ok(None),
            Lock::Protected(salt) => Self::of_words(words, salt).map(Some),
        }
    }

    fn derive(passphrase: &str, salt: [u8; 16]) -> Result<Self, StoreError> {
        let mut bytes = [0_u8; 32];
        pbkdf2_hmac(passphrase.as_bytes(), &salt, ROUNDS, MessageDigest::sha512(), &mut bytes)
            .map_err(cipher)?;
        Ok(Self { bytes, salt })
    }

    /// How the file lies that this is the key of.
    pub fn lock(&self) -> Lock {
        Lock::Protected(self.salt)
    }

    /// Whether this is a key to the file that begins with `salt`.
    pub fn fits(&self, lock: Lock) -> bool {
        lock == Lock::Protected(self.salt)
    }

    /// The words for a recovery sheet: they open the file without the passphrase, and every copy of it.
    pub fn recovery_words(&self) -> String {
        let mut text: Vec<String> = vec![RECOVERY.into()];
        let sum = check_sum(&self.bytes);
        let all: Vec<u8> = self.bytes.iter().copied().chain(sum).collect();
        text.extend(all.chunks(2).map(hex));
        text.join("-").to_uppercase()
    }

    /// For the computer's own keychain: the key with its salt.
    pub fn to_text(&self) -> String {
        hex(&self.bytes) + &hex(&self.salt)
    }

    /// What [`Key::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        let all = unhex(text.trim())?;
        let (bytes, salt) = all.split_at_checked(32)?;
        Some(Self { bytes: bytes.try_into().ok()?, salt: salt.try_into().ok()? })
    }

    /// As SQL wants it: a raw key with its salt, so that nothing is derived again.
    pub(crate) fn literal(&self) -> String {
        format!("\"x'{}'\"", self.to_text())
    }
}

/// The key in the words of a recovery sheet, however they were typed; none when they are something else.
fn recovered(words: &str) -> Option<[u8; 32]> {
    let plain: String = words.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let all = unhex(plain.strip_prefix(RECOVERY)?)?;
    let (bytes, sum) = all.split_at_checked(32)?;
    (check_sum(bytes) == sum).then(|| bytes.try_into().ok()).flatten()
}

/// Two bytes that tell a slip of the pen from the key.
fn check_sum(bytes: &[u8]) -> [u8; 2] {
    let sum = Sha256::digest(bytes);
    [sum[0], sum[1]]
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

fn cipher(error: openssl::error::ErrorStack) -> StoreError {
    StoreError::Cipher(error.to_string())
}

pub(crate) fn not_a_board() -> Refusal {
    let message = "This file is not a Pledgeboard board. Choose a file that ends in .pledgeboard.";
    Refusal { code: Code::Storage, field: None, message: message.into() }
}

/// No key was given for a protected board.
pub(crate) fn locked() -> Refusal {
    let message = "This board is protected. Enter its passphrase to open it.";
    Refusal { code: Code::Locked, field: Some("passphrase"), message: message.into() }
}

/// The key does not fit, or the first page is damaged: nobody can tell which. How often it was tried is nobody's business: deriving it is what makes guessing slow.
pub(crate) fn wrong_passphrase() -> Refusal {
    let message = "This passphrase does not open this board. Check it and try again. If you are sure that it is \
        right, the file is damaged: restore a backup.";
    Refusal { code: Code::Locked, field: Some("passphrase"), message: message.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_recovery_sheet_give_the_key_again_however_they_are_typed() {
        let key = Key::of_words("correct horse", [7; 16]).unwrap();
        let words = key.recovery_words();
        assert!(words.starts_with("PLEDGE-"), "{words}");
        assert_eq!(Key::of_words(&words, [7; 16]).unwrap(), key);
        let typed = words.to_lowercase().replace('-', " ");
        assert_eq!(Key::of_words(&typed, [7; 16]).unwrap(), key);
        let last = words.chars().last().unwrap();
        let slip = words[..words.len() - 1].to_owned() + if last == '0' { "1" } else { "0" };
        assert_ne!(Key::of_words(&slip, [7; 16]).unwrap(), key, "a slip is only a wrong passphrase");
    }

    #[test]
    fn a_key_is_kept_as_text_and_never_shown() {
        let key = Key::fresh("correct horse").unwrap();
        assert_eq!(Key::from_text(&key.to_text()), Some(key.clone()));
        assert_eq!(Key::from_text("nonsense"), None);
        assert_eq!(Key::from_text("ab"), None);
        assert_eq!(format!("{key:?}"), "Key(…)");
        assert_ne!(Key::fresh("correct horse").unwrap(), key, "each has a salt of its own");
    }
}
