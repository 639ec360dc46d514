//! Reading a paper before it is kept: whether it is a whole PDF that anybody can open, and its pages.

use lopdf::{Document, Error};
use pledgeboard_domain::Refusal;

/// Larger papers are scans that should be made smaller before anyone downloads them; in bytes.
const LARGEST: usize = 50 * 1024 * 1024;

/// How many pages the paper has.
///
/// # Errors
/// One sentence with the file's name and the remedy, if the paper cannot be read by everyone it is for.
pub(super) fn pages(file_name: &str, content: &[u8]) -> Result<i64, Refusal> {
    let refused = |what: &str| Err(Refusal::field("file", format!("“{file_name}” {what}")));
    if content.len() > LARGEST {
        return refused("is larger than 50 MB. Save it with smaller pictures and attach it again.");
    }
    // The header may follow some other bytes (ISO 32000-1, annex H, implementation note 13).
    let head = &content[..content.len().min(1024)];
    if !head.windows(5).any(|bytes| bytes == b"%PDF-") {
        return refused("is no PDF. Save it as a PDF and attach that.");
    }
    let damaged = "is damaged and cannot be opened. Ask its author for it again, or save it anew as a PDF.";
    let document = match Document::load_mem(content) {
        Ok(document) => document,
        Err(Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_)) => {
            return refused(PROTECTED);
        }
        Err(_) => return refused(damaged),
    };
    if document.is_encrypted() || document.was_encrypted() {
        return refused(PROTECTED);
    }
    match document.get_pages().len() {
        0 => refused(damaged),
        pages => Ok(i64::try_from(pages).unwrap_or(i64::MAX)),
    }
}

const PROTECTED: &str = "is protected with a password. Save a copy without a password and attach that.";
