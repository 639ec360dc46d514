//! Reading a paper before it is kept: whether it is a whole PDF that anybody can open, and its pages.

use pledgeboard_documents::pack::{self, Active};
use pledgeboard_domain::{Refusal, wording};

/// Larger papers are scans that should be made smaller before anyone downloads them; in bytes.
const LARGEST: usize = 50 * 1024 * 1024;

/// A paper that can be kept.
pub(super) struct Looked {
    pub pages: i64,
    /// What to know of it before it goes into a pack, each a sentence.
    pub notices: Vec<String>,
}

/// Reads a paper whole.
///
/// # Errors
/// One sentence with the file's name and the remedy, if the paper cannot be read by everyone it is for.
pub(super) fn look(file_name: &str, content: &[u8]) -> Result<Looked, Refusal> {
    let refused = |what: &str| Refusal::field("file", format!("“{file_name}” {what}"));
    if content.len() > LARGEST {
        return Err(refused("is larger than 50 MB. Save it with smaller pictures and attach it again."));
    }
    let looked = pack::inspect(content).map_err(|why| refused(&why.to_string()))?;
    Ok(Looked {
        pages: i64::try_from(looked.pages).unwrap_or(i64::MAX),
        notices: notices(file_name, &looked),
    })
}

fn notices(file_name: &str, looked: &pack::Inspected) -> Vec<String> {
    let mut notices = vec![];
    if !looked.tagged {
        notices.push(format!(
            "“{file_name}” is not tagged: a screen reader cannot follow it, so a pack with it does not say that \
             everybody can read it (PDF/UA). Ask its author for a tagged PDF."
        ));
    } else if !looked.claims.ua1 {
        notices.push(format!(
            "“{file_name}” does not say that everybody can read it (PDF/UA), so neither will a pack with it."
        ));
    }
    if !looked.active.is_empty() {
        let active: Vec<&str> = looked.active.iter().copied().map(Active::words).collect();
        notices.push(format!("A pack leaves out of “{file_name}”: {}.", wording::list(&active)));
    }
    notices
}
