//! Reading a paper before it is kept: whether it is a whole PDF that anybody can open, and its pages.

use pledgeboard_documents::pack;
use pledgeboard_domain::Refusal;

/// Larger papers are scans that should be made smaller before anyone downloads them; in bytes.
const LARGEST: usize = 50 * 1024 * 1024;

/// How many pages the paper has.
///
/// # Errors
/// One sentence with the file's name and the remedy, if the paper cannot be read by everyone it is for.
pub(super) fn pages(file_name: &str, content: &[u8]) -> Result<i64, Refusal> {
    let refused = |what: &str| Refusal::field("file", format!("“{file_name}” {what}"));
    if content.len() > LARGEST {
        return Err(refused("is larger than 50 MB. Save it with smaller pictures and attach it again."));
    }
    let looked = pack::inspect(content).map_err(|why| refused(&why.to_string()))?;
    Ok(i64::try_from(looked.pages).unwrap_or(i64::MAX))
}
