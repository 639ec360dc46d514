//! The computer's own keychain, where there is one: what "Remember on this computer" uses.

use std::fmt;

use keyring::v1::{Entry, Error};
/// Keeps the keys of protected boards, and passwords of shared ones, for whoever is signed in to this computer.
pub trait Keychain: Send + Sync + fmt::Debug {
    /// Whether this computer has one that answers. "Remember" is offered only then.
    fn is_there(&self) -> bool;
    /// False when it did not take it.
    fn keep(&self, board: &str, secret: &str) -> bool;
    fn find(&self, board: &str) -> Option<String>;
    fn forget(&self, board: &str);
}

/// Secret Service on Linux, Keychain Services on macOS, the Credential Manager on Windows.
#[derive(Debug)]
pub struct SystemKeychain;

/// What its entries are called there.
const CALLED: &str = "Pledgeboard";

impl Keychain for SystemKeychain {
    fn is_there(&self) -> bool {
        // That it can be reached is not yet that anything is in it: asking for what is not there shows both.
        Entry::store_status().is_ok()
            && Entry::new(CALLED, "is anybody there")
                .is_ok_and(|entry| matches!(entry.get_password(), Ok(_) | Err(Error::NoEntry)))
    }

    fn keep(&self, board: &str, secret: &str) -> bool {
        Entry::new(CALLED, board).is_ok_and(|entry| entry.set_password(secret).is_ok())
    }

    fn find(&self, board: &str) -> Option<String> {
        Entry::new(CALLED, board).ok()?.get_password().ok()
    }

    fn forget(&self, board: &str) {
        if let Ok(entry) = Entry::new(CALLED, board) {
            // Not there is forgotten.
            let _ = entry.delete_credential();
        }
    }
}

/// No keychain at all: the command line asks each time.
#[derive(Debug)]
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn is_there(&self) -> bool {
        false
    }

    fn keep(&self, _: &str, _: &str) -> bool {
        false
    }

    fn find(&self, _: &str) -> Option<String> {
        None
    }

    fn forget(&self, _: &str) {}
}
