//! What a passphrase must be. Its strength is the derivation's and its length's: no rules of capitals and digits, which
//! only make people write it down.

use crate::refusal::{Checked, Refusal};

/// In characters.
const LEAST: usize = 8;
const MOST: usize = 200;

/// A new passphrase, typed twice.
pub fn check(new: &str, again: &str) -> Checked {
    let length = new.chars().count();
    if length < LEAST {
        let message = "A passphrase has at least 8 characters. Four words that do not belong together are easy to keep.";
        return Err(Refusal::field("new", message));
    }
    if length > MOST {
        return Err(Refusal::field("new", "A passphrase has at most 200 characters. Choose a shorter one."));
    }
    if new != again {
        return Err(Refusal::field("again", "The two passphrases are not the same. Type it again."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_passphrase_is_long_enough_and_typed_twice() {
        let field = |new: &str, again: &str| check(new, again).unwrap_err().field;
        assert_eq!(field("short", "short"), Some("new"));
        assert_eq!(field(&"ŵ".repeat(201), ""), Some("new"));
        assert_eq!(field("kettle moon ladder", "kettle moon Ladder"), Some("again"));
        assert!(check("kettle moon ladder", "kettle moon ladder").is_ok());
        assert!(check("ŵŷŵŷŵŷŵŷ", "ŵŷŵŷŵŷŵŷ").is_ok(), "counted in characters");
    }
}
